package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** Certifies author keys under a self-signed Ed25519 root of its own. Safe for use by many threads. */
public final class CertificateAuthority {
    private static final String FILE = "certificate-authority.p12";
    private static final String NEXT = "certificate-authority-next.p12";
    private static final String NAME = "Indelible certificate authority";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKeyFile key;

    private CertificateAuthority(SigningKeyFile key) {
        this.key = key;
    }

    /** Opens the authority kept in the directory; where there is none, creates it with a key of its own. */
    public static CertificateAuthority open(Path directory, char[] password) throws IOException {
        return new CertificateAuthority(SigningKeyFile.openOrCreate(directory.resolve(FILE), password, NAME));
    }

    /** Whether there is one in the directory. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** Whether there is one that is to take its place, and has not yet. */
    public static boolean isNextIn(Path directory) {
        return Files.exists(directory.resolve(NEXT));
    }

    /** Opens the authority that is to take the place of the one in the directory; where there is none, creates it. */
    public static CertificateAuthority openNext(Path directory, char[] password) throws IOException {
        return new CertificateAuthority(SigningKeyFile.openOrCreate(
                directory.resolve(NEXT), password, NAME + " since " + LocalDate.now(ZoneOffset.UTC)));
    }

    /** The next authority becomes the authority; the key of what was it is gone. */
    public static void promote(Path directory) throws IOException {
        Files.move(
                directory.resolve(NEXT),
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel renamed = FileChannel.open(directory, StandardOpenOption.READ)) {
            renamed.force(true);
        }
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
        if (notBefore.isAfter(root().getNotAfter().toInstant())) {
            throw new IllegalStateException(
                    "the root certificate ended at " + root().getNotAfter().toInstant()
                            + ", so nobody is certified any more. Replace it: rotate-key ca --lost");
        }
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
