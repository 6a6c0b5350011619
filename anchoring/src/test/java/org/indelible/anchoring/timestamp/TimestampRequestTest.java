package org.indelible.anchoring.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.indelible.anchoring.testing.OpenSsl;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestAuthority;
import org.indelible.anchoring.timestamp.TimestampVerificationException.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement("R05")
class TimestampRequestTest {
    private static final byte[] DATA = "a checkpoint\n".getBytes(UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-03T14:02:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestAuthority authority =
            new TestAuthority("Authority", Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(365));
    private final TimestampVerifier verifier = new TimestampVerifier(List.of(authority.root()), List.of());

    @ParameterizedTest
    @EnumSource
    void whatIsAskedForIsAnswered(ImprintAlgorithm algorithm) throws Exception {
        TimestampRequest request = TimestampRequest.over(DATA, algorithm, RANDOM);
        TimestampToken token = request.tokenOf(authority.answer(request.encoded()));
        VerifiedTimestamp verified = verifier.verify(TimestampToken.parse(token.encoded()), DATA);
        assertThat(verified.time()).isEqualTo(NOW);
        assertThat(verified.authority()).isEqualTo("CN=Authority");
        assertThat(verified.verifiableUntil())
                .isEqualTo(authority.certificate().getNotAfter().toInstant());
    }

    @Test
    void opensslAgrees(@TempDir Path directory) throws Exception {
        TestAuthority present = new TestAuthority("Authority", Clock.systemUTC(), Duration.ofDays(30));
        TimestampRequest request = TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM);
        byte[] token = request.tokenOf(present.answer(request.encoded())).encoded();
        OpenSsl.Verdict good = OpenSsl.verifyTimestamp(DATA, token, present.rootPem(), directory);
        assertThat(good.accepted()).as(good.output()).isTrue();
        byte[] other = "another checkpoint\n".getBytes(UTF_8);
        assertThat(OpenSsl.verifyTimestamp(other, token, present.rootPem(), directory)
                        .accepted())
                .isFalse();
    }

    @Test
    void refusesTheAnswerToAnotherRequest() {
        TimestampRequest first = TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM);
        TimestampRequest second = TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM);
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> second.tokenOf(authority.answer(first.encoded())))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.REQUEST));
    }

    @Test
    void refusesWhatIsNoAnswer() {
        TimestampRequest request = TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM);
        assertThatThrownBy(() -> request.tokenOf("<html>busy</html>".getBytes(UTF_8)))
                .isInstanceOf(TimestampFormatException.class);
        assertThatThrownBy(() -> request.tokenOf(new byte[] {0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02}))
                .isInstanceOf(TimestampFormatException.class)
                .hasMessageContaining("no token was issued: status 2");
    }

    @Test
    void refusesATimeOutsideOfTheCertificate() throws Exception {
        TimestampRequest request = TimestampRequest.over(DATA, ImprintAlgorithm.SHA_256, RANDOM);
        TimestampToken late = request.tokenOf(authority.answer(request.encoded(), NOW.plus(Duration.ofDays(400))));
        assertThatExceptionOfType(TimestampVerificationException.class)
                .isThrownBy(() -> verifier.verify(late, DATA))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(Check.CERTIFICATE));
    }
}
