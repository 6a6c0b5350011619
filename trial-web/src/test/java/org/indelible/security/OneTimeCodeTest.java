package org.indelible.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Requirement("R26")
class OneTimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, the SHA-1 rows; six digits are the last six of its eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheRfc(long seconds, String eightDigits) {
        long step = OneTimeCode.step(Instant.ofEpochSecond(seconds));

        assertThat(OneTimeCode.at(SECRET, step)).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void acceptsTheCodesJustBeforeAndAfterAndNoOthers() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = OneTimeCode.step(now);

        for (long around = -1; around <= 1; around++) {
            assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, step + around), now))
                    .hasValue(step + around);
        }
        assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, step - 2), now))
                .isEmpty();
        assertThat(OneTimeCode.matching(SECRET, OneTimeCode.at(SECRET, step + 2), now))
                .isEmpty();
        assertThat(OneTimeCode.matching(SECRET, "", now)).isEmpty();
    }
}
