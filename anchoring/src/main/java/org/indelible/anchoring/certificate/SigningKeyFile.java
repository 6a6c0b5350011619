package org.indelible.anchoring.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** A lasting Ed25519 key with its self-signed certificate, in a PKCS #12 file of its own that only its owner can read. */
public record SigningKeyFile(Ed25519Signer signer, X509CertificateHolder certificate) {
    /** Longer than any trial's records are kept. */
    private static final Duration LIFE = Duration.ofDays(50 * 365);

    /** A ledger with a simulated clock begins before its installation: the authors that it enacts are certified for the times it enacts. */
    private static final Duration BEFORE = Duration.ofDays(2 * 365);

    /** Opens the key in the file; where there is none, makes one under this common name. */
    public static SigningKeyFile openOrCreate(Path file, char[] password, String commonName) throws IOException {
        if (!Files.exists(file)) {
            Pkcs12.create(file, password, generate(commonName));
        }
        return Pkcs12.read(file, password);
    }

    private static SigningKeyFile generate(String commonName) {
        Ed25519Signer signer = Ed25519Signer.generate(new SecureRandom());
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .build();
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return new SigningKeyFile(signer, CertificateBuilder.root(name, signer, today.minus(BEFORE), today.plus(LIFE)));
    }
}
