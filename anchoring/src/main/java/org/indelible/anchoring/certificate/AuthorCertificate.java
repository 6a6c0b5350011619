package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.EncodingException;

/** What an author certificate says; whether to believe it is for {@link CertificateChain}. Worth keeping: reading one is slow. */
public final class AuthorCertificate {
    private final X509CertificateHolder holder;
    private final AuthorSubject subject;
    private final Ed25519Key key;
    private final String kid;

    private AuthorCertificate(X509CertificateHolder holder) throws CertificateFormatException {
        this.holder = holder;
        this.subject = subject(holder);
        this.key = key(holder);
        this.kid = Thumbprint.of(holder);
    }

    public static AuthorCertificate of(X509CertificateHolder holder) throws CertificateFormatException {
        try {
            requireReadable(holder);
            return new AuthorCertificate(holder);
        } catch (RuntimeException e) {
            // BouncyCastle reads a field only when asked for it, and then throws what it likes.
            throw new CertificateFormatException("a field of the certificate is malformed", e);
        }
    }

    public static AuthorCertificate parse(byte[] der) throws CertificateFormatException {
        X509CertificateHolder holder;
        try {
            holder = new X509CertificateHolder(der);
        } catch (IOException e) {
            throw new CertificateFormatException("not an X.509 certificate", e);
        }
        if (!Arrays.equals(Thumbprint.der(holder), der)) {
            throw new CertificateFormatException("a certificate is encoded in DER, with nothing after it");
        }
        return of(holder);
    }

    public AuthorSubject subject() {
        return subject;
    }

    public Ed25519Key key() {
        return key;
    }

    /** Base64url SHA-256 of the DER encoding: what entries sealed with this key name in their header. */
    public String kid() {
        return kid;
    }

    public Instant notBefore() {
        return holder.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return holder.getNotAfter().toInstant();
    }

    /** Whether the time is within the certificate's life, its first and last second included (RFC 5280 section 4.1.2.5). */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(notBefore())
                && time.truncatedTo(ChronoUnit.SECONDS).compareTo(notAfter()) <= 0;
    }

    public X509CertificateHolder holder() {
        return holder;
    }

    public byte[] der() {
        return Thumbprint.der(holder);
    }

    /** Asks for every field that checking the certificate will ask for. */
    private static void requireReadable(X509CertificateHolder holder) throws CertificateFormatException {
        String issuer = holder.getIssuer().toString();
        BasicConstraints.fromExtensions(holder.getExtensions());
        KeyUsage.fromExtensions(holder.getExtensions());
        if (holder.getSignature().length != Ed25519Key.SIGNATURE_BYTES) {
            throw new CertificateFormatException("certificate issued by " + issuer + " is not signed with Ed25519");
        }
        if (holder.getNotAfter().before(holder.getNotBefore())) {
            throw new CertificateFormatException("certificate issued by " + issuer + " ends before it begins");
        }
    }

    private static AuthorSubject subject(X509CertificateHolder holder) throws CertificateFormatException {
        Extension extension = holder.getExtension(AuthorExtension.OID);
        if (extension == null) {
            throw new CertificateFormatException("certificate without the author extension " + AuthorExtension.OID);
        }
        AuthorSubject subject = AuthorExtension.decode(extension.getParsedValue());
        if (!AuthorExtension.distinguishedName(subject).equals(holder.getSubject())) {
            throw new CertificateFormatException("certificate of " + holder.getSubject()
                    + " whose author extension names " + subject.account() + " of " + subject.organisation());
        }
        return subject;
    }

    private static Ed25519Key key(X509CertificateHolder holder) throws CertificateFormatException {
        try {
            return CertificateKey.of(holder);
        } catch (EncodingException e) {
            throw new CertificateFormatException("certificate of " + holder.getSubject() + ": " + e.getMessage(), e);
        }
    }
}
