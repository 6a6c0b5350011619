package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;

/** Base64url SHA-256 of a certificate's DER encoding (RFC 7515 section 4.1.8, {@code x5t#S256}). */
public final class Thumbprint {
    private Thumbprint() {}

    public static String of(X509CertificateHolder certificate) {
        return Base64Text.URL.encode(Sha256.of(der(certificate)));
    }

    /** Encodes it anew: BouncyCastle would otherwise hand back what it read, DER or not. */
    static byte[] der(X509CertificateHolder certificate) {
        try {
            return certificate.toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("a parsed certificate can be encoded", e);
        }
    }
}
