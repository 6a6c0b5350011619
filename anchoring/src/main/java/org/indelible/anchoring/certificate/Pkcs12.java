package org.indelible.anchoring.certificate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.primitive.Ed25519Signer;

/** One Ed25519 key and its certificate in a PKCS #12 file (RFC 7292, RFC 8410 section 7), encrypted as the platform does by default. */
final class Pkcs12 {
    private static final String ALIAS = "signing-key";

    private Pkcs12() {}

    static SigningKeyFile read(Path file, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
            if (!(store.getKey(ALIAS, password) instanceof PrivateKey key)) {
                throw new IOException(file + " holds no key named " + ALIAS);
            }
            byte[] info = key.getEncoded();
            byte[] seed = ASN1OctetString.getInstance(
                            PrivateKeyInfo.getInstance(info).parsePrivateKey())
                    .getOctets();
            return new SigningKeyFile(
                    Ed25519Signer.ofSeed(seed),
                    new X509CertificateHolder(store.getCertificate(ALIAS).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the key in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes a file that was not there; another that appeared meanwhile is left alone. */
    static void create(Path file, char[] password, SigningKeyFile content) throws IOException {
        byte[] bytes;
        try {
            bytes = encode(password, content);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encode the key for " + file + ": " + e.getMessage(), e);
        }
        Path directory =
                Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling("."));
        Path draft = Files.createTempFile(
                directory,
                file.getFileName().toString(),
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            writeDurably(draft, bytes);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException appeared) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private static byte[] encode(char[] password, SigningKeyFile content) throws GeneralSecurityException, IOException {
        PrivateKeyInfo info = new PrivateKeyInfo(
                CertificateKey.ED25519, new DEROctetString(content.signer().seed()));
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        Certificate certificate = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Thumbprint.der(content.certificate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }

    private static void writeDurably(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
    }
}
