package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** Certifies author keys under a self-signed Ed25519 root of its own. Safe for use by many threads. */
public final class CertificateAuthority {
    private static final String FILE = "certificate-authority.p12";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKeyFile key;

    private CertificateAuthority(SigningKeyFile key) {
        this.key = key;
    }

    /** Opens the authority kept in the directory; where there is none, creates it with a key of its own. */
    public static CertificateAuthority open(Path directory, char[] password) throws IOException {
        return new CertificateAuthority(
                SigningKeyFile.openOrCreate(directory.resolve(FILE), password, "Indelible certificate authority"));
    }

    public X509CertificateHolder root() {
        return key.certificate();
    }

    /** Base64url SHA-256 of the root certificate's DER encoding. */
    public String rootThumbprint() {
        return Thumbprint.of(root());
    }

    /** Certifies a key for the time given, whole seconds. */
    public AuthorCertificate issue(AuthorSubject subject, Ed25519Key authorKey, Instant notBefore, Instant notAfter) {
        X509CertificateHolder issued =
                CertificateBuilder.author(root(), key.signer(), subject, authorKey, notBefore, notAfter);
        try {
            return AuthorCertificate.of(issued);
        } catch (CertificateFormatException e) {
            throw new IllegalStateException("an issued certificate can be read", e);
        }
    }

    /** Makes a fresh key and certifies it for the time given. */
    public AuthorKey newAuthorKey(AuthorSubject subject, Instant notBefore, Instant notAfter) {
        Ed25519Signer signer = Ed25519Signer.generate(RANDOM);
        return new AuthorKey(signer, issue(subject, signer.verifier(), notBefore, notAfter));
    }
}
