package org.indelible.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.indelible.anchoring.primitive.Sha256;

/**
 * The key that seals reports: an administrator's, with the chain of its certificate, or one that this installation makes for itself. RSA, which
 * every reader of PDF can check.
 *
 * @param chain the key's own certificate first
 */
record ReportSigningKey(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "report-signing";
    private static final int BITS = 3072;
    private static final Duration LIFE = Duration.ofDays(10 * 365);

    ReportSigningKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /** SHA-256 of the certificate, in hexadecimal pairs, as readers of PDF show it. */
    String fingerprint() {
        try {
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(Sha256.of(certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    /** From a PKCS #12 file with one key. */
    static ReportSigningKey open(Path file, char[] password) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            String alias = store.aliases().nextElement();
            Certificate[] chain = store.getCertificateChain(alias);
            if (!(store.getKey(alias, password) instanceof PrivateKey key) || chain == null) {
                throw new IOException(file + " holds no key with its certificate");
            }
            return new ReportSigningKey(
                    key, Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the key in " + file + ": " + e.getMessage(), e);
        }
    }

    static ReportSigningKey openOrCreate(Path file, char[] password, Instant now) throws IOException {
        if (!Files.exists(file)) {
            try {
                create(file, password, now);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IOException("cannot make a key for reports: " + e.getMessage(), e);
            }
        }
        return open(file, password);
    }

    private static void create(Path file, char[] password, Instant now)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Indelible report seal");
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                new BigInteger(120, new SecureRandom()).setBit(119),
                                Date.from(now),
                                Date.from(now.plus(LIFE)),
                                name,
                                pair.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                        .addExtension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ALIAS,
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, password);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
