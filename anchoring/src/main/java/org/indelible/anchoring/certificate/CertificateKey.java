package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;

/** Ed25519 in X.509 (RFC 8410). */
final class CertificateKey {
    static final AlgorithmIdentifier ED25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

    private CertificateKey() {}

    /** The key a certificate certifies. */
    static Ed25519Key of(X509CertificateHolder certificate) throws EncodingException {
        SubjectPublicKeyInfo info = certificate.getSubjectPublicKeyInfo();
        if (!info.getAlgorithm().equals(ED25519)) {
            throw new EncodingException("expected an Ed25519 key, found algorithm "
                    + info.getAlgorithm().getAlgorithm());
        }
        return Ed25519Key.of(info.getPublicKeyData().getOctets());
    }

    static SubjectPublicKeyInfo info(Ed25519Key key) {
        return new SubjectPublicKeyInfo(ED25519, key.encoded());
    }

    /** Whether this key signed the certificate. */
    static boolean signed(Ed25519Key issuer, X509CertificateHolder certificate) {
        ASN1BitString signature = certificate.toASN1Structure().getSignature();
        return certificate.getSignatureAlgorithm().equals(ED25519)
                && certificate
                        .toASN1Structure()
                        .getTBSCertificate()
                        .getSignature()
                        .equals(ED25519)
                && issuer.verify(signedBytes(certificate), signature.getOctets());
    }

    private static byte[] signedBytes(X509CertificateHolder certificate) {
        try {
            return certificate.toASN1Structure().getTBSCertificate().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("a parsed certificate can be encoded", e);
        }
    }
}
