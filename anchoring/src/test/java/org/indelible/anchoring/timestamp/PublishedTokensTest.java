package org.indelible.anchoring.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tsp.TimeStampResponse;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that other authorities issued over {@code hello}, with the defects their publishers made. */
@Requirement("R05")
class PublishedTokensTest {
    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Fixtures.path("crypto/rfc3161/" + name));
    }

    private static TimestampToken token(String response) throws Exception {
        return TimestampToken.parse(
                new TimeStampResponse(file(response)).getTimeStampToken().getEncoded());
    }

    private static TimestampVerifier trusting(String directory) throws IOException, CertificateException {
        List<X509Certificate> chain = Certificates.readPem(file(directory + "/ts_chain.pem"));
        return new TimestampVerifier(List.of(chain.getLast()), chain.subList(0, chain.size() - 1));
    }

    /** Certificates that anybody put into the unsigned bag neither help nor harm: openssl says so too. */
    @ParameterizedTest
    @CsvSource({
        "test_tsa, response.tsr, 2024-10-08T15:40:32Z",
        "test_tsa, response-injected-certs.tsr, 2024-10-08T15:40:32Z",
        "sigstage, response-sha256.tsr, 2025-05-09T11:58:55Z",
        "sigstage, response-sha512.tsr, 2025-05-09T11:58:56Z",
        "sigstage, response-no-embedded-cert.tsr, 2025-06-18T08:13:02Z"
    })
    void accepts(String directory, String response, Instant time) throws Exception {
        VerifiedTimestamp verified = trusting(directory).verify(token(directory + "/" + response), HELLO);
        assertThat(verified.time()).isEqualTo(time);
        assertThat(verified.verifiableUntil()).isAfter(time);
    }

    @ParameterizedTest
    @CsvSource({
        "sigstage, response-invalid-signature.tsr, SIGNATURE",
        "test_tsa, other_response.tsr, CHAIN",
    })
    void refuses(String directory, String response, Check check) throws Exception {
        TimestampToken token = token(directory + "/" + response);
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> trusting(directory).verify(token, HELLO))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(check));
    }

    @Test
    void refusesOtherBytesAndOtherTrust() throws Exception {
        TimestampToken token = token("test_tsa/response.tsr");
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> trusting("test_tsa").verify(token, "hullo".getBytes(UTF_8)))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.IMPRINT));
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> trusting("sigstage").verify(token, HELLO))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.CHAIN));
    }

    @Test
    void withoutTheCertificateNothingIsProved() throws Exception {
        List<X509Certificate> chain = Certificates.readPem(file("sigstage/ts_chain.pem"));
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> new TimestampVerifier(List.of(chain.getLast()), List.of())
                        .verify(token("sigstage/response-no-embedded-cert.tsr"), HELLO))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.CERTIFICATE));
    }

    /** Every single byte counts, or is one that no signature covers and no meaning rests on. */
    @Test
    void noChangedByteMovesTheTimeOrTheImprint() throws Exception {
        TimestampVerifier verifier = trusting("test_tsa");
        TimestampToken good = token("test_tsa/response.tsr");
        byte[] bytes = good.encoded();
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            try {
                assertThat(verifier.verify(TimestampToken.parse(flipped), HELLO).time())
                        .isEqualTo(good.time());
            } catch (TimestampFormatException | TimestampVerificationException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        byte[] token = token("test_tsa/response.tsr").encoded();
        assertThatThrownBy(() -> TimestampToken.parse(Arrays.copyOf(token, token.length - 1)))
                .isInstanceOf(TimestampFormatException.class);
        assertThatThrownBy(() -> TimestampToken.parse(Arrays.copyOf(token, token.length + 1)))
                .isInstanceOf(TimestampFormatException.class);
        assertThatThrownBy(() -> TimestampToken.parse("<html></html>".getBytes(UTF_8)))
                .isInstanceOf(TimestampFormatException.class);
        assertThatThrownBy(() -> TimestampToken.parse(new byte[TimestampToken.MAX_BYTES + 1]))
                .isInstanceOf(TimestampFormatException.class);
        assertThatThrownBy(() -> TimestampToken.parse(new byte[0])).isInstanceOf(TimestampFormatException.class);
    }
}
