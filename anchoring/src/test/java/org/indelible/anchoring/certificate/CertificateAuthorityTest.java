package org.indelible.anchoring.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.indelible.anchoring.certificate.CertificateProblem.Kind;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement({"R02", "R05"})
class CertificateAuthorityTest {
    private static final char[] PASSWORD = "test only".toCharArray();
    private static final AuthorSubject SUBJECT =
            new AuthorSubject("a-7", "site-1, \u00e9 = \"x\"", List.of("investigator", "pharmacist"));
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant LATER = NOW.plus(Duration.ofHours(8));

    @TempDir
    private Path directory;

    private CertificateAuthority authority;

    @BeforeEach
    void openAuthority() throws IOException {
        authority = CertificateAuthority.open(directory, PASSWORD);
    }

    @Test
    void certifiesWhoTheAuthorIs() throws Exception {
        AuthorKey author = authority.newAuthorKey(SUBJECT, NOW, LATER);
        AuthorCertificate read = AuthorCertificate.parse(author.certificate().der());
        assertThat(read.subject()).isEqualTo(SUBJECT);
        assertThat(read.notBefore()).isEqualTo(NOW);
        assertThat(read.notAfter()).isEqualTo(LATER);
        assertThat(read.kid()).isEqualTo(author.kid());
        assertThat(new CertificateChain(authority.root()).problems(read, NOW)).isEmpty();
        assertThat(read.key().verify(new byte[] {1}, author.sign(new byte[] {1})))
                .isTrue();
    }

    @Test
    void thePlatformsOwnX509Agrees() throws Exception {
        AuthorCertificate author = authority.newAuthorKey(SUBJECT, NOW, LATER).certificate();
        X509Certificate certificate = x509(author.der());
        certificate.verify(x509(authority.root().getEncoded()).getPublicKey());
        assertThat(author.kid())
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()[0]).isTrue();
    }

    @Test
    void staysTheSameAuthorityWhenOpenedAgain() throws Exception {
        CertificateAuthority again = CertificateAuthority.open(directory, PASSWORD);
        assertThat(again.root()).isEqualTo(authority.root());
        AuthorCertificate issued = again.newAuthorKey(SUBJECT, NOW, LATER).certificate();
        assertThat(new CertificateChain(authority.root()).problems(issued, NOW)).isEmpty();
    }

    @Test
    void certifiesNobodyOnceItHasEnded() {
        Instant end = authority.root().getNotAfter().toInstant();

        assertThatThrownBy(() -> authority.newAuthorKey(SUBJECT, end.plusSeconds(1), end.plusSeconds(60)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rotate-key ca");
    }

    @Test
    void keepsItsKeyToItself() throws Exception {
        Path file = directory.resolve("certificate-authority.p12");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
        assertThatThrownBy(() -> CertificateAuthority.open(directory, "wrong".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void namesEveryProblem() throws Exception {
        CertificateAuthority other = CertificateAuthority.open(directory.resolve("other"), PASSWORD);
        AuthorCertificate foreign = other.newAuthorKey(SUBJECT, NOW, LATER).certificate();
        assertThat(kinds(foreign, LATER.plusSeconds(1))).containsExactly(Kind.SIGNATURE_INVALID, Kind.EXPIRED);
        AuthorCertificate own = authority.newAuthorKey(SUBJECT, NOW, LATER).certificate();
        assertThat(kinds(own, LATER.plusMillis(999))).isEmpty();
        assertThat(kinds(own, NOW.minusSeconds(1))).contains(Kind.NOT_YET_VALID);
        assertThat(new CertificateChain(own.holder()).problems(own, NOW))
                .extracting(CertificateProblem::kind)
                .contains(Kind.ROOT_INVALID, Kind.ISSUER_UNKNOWN, Kind.SIGNATURE_INVALID);
    }

    @Test
    void anyFlippedBitIsNoticed() throws Exception {
        AuthorCertificate author = authority.newAuthorKey(SUBJECT, NOW, LATER).certificate();
        for (int i = 0; i < author.der().length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = author.der();
                changed[i] ^= (byte) (1 << bit);
                assertThat(refused(changed)).as("byte %d, bit %d", i, bit).isTrue();
            }
        }
    }

    @Test
    void refusesCertificatesThatNameNoAuthor() {
        assertThatThrownBy(() -> AuthorCertificate.of(authority.root()))
                .isInstanceOf(CertificateFormatException.class)
                .hasMessageStartingWith("certificate without the author extension");
    }

    @Test
    void aKeyGoesWithItsOwnCertificateOnly() {
        Ed25519Key key = Ed25519Signer.generate(new SecureRandom()).verifier();
        AuthorCertificate certificate = authority.issue(SUBJECT, key, NOW, LATER);
        assertThat(certificate.key()).isEqualTo(key);
        assertThatThrownBy(() -> new AuthorKey(Ed25519Signer.generate(new SecureRandom()), certificate))
                .hasMessage("certificate " + certificate.kid() + " is for another key");
    }

    private boolean refused(byte[] der) {
        try {
            AuthorCertificate read = AuthorCertificate.parse(der);
            return !new CertificateChain(authority.root()).problems(read, NOW).isEmpty();
        } catch (CertificateFormatException e) {
            return true;
        }
    }

    private List<Kind> kinds(AuthorCertificate certificate, Instant at) {
        return new CertificateChain(authority.root())
                .problems(certificate, at).stream()
                        .map(CertificateProblem::kind)
                        .toList();
    }

    private static X509Certificate x509(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
