package org.indelible.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.indelible.keys.CertificateEnd.Urgency;
import org.junit.jupiter.api.Test;

/** The end of a certificate is told ninety and thirty days before. */
class CertificateEndTest {
    private static final Instant END = Instant.parse("2036-03-01T00:00:00Z");

    private static Urgency before(Duration left) {
        return CertificateEnd.of(END, END.minus(left)).urgency();
    }

    @Test
    void itIsToldInTime() {
        assertThat(before(Duration.ofDays(90))).isEqualTo(Urgency.FAR);
        assertThat(before(Duration.ofDays(90).minusSeconds(1))).isEqualTo(Urgency.SOON);
        assertThat(before(Duration.ofDays(30))).isEqualTo(Urgency.SOON);
        assertThat(before(Duration.ofDays(30).minusSeconds(1))).isEqualTo(Urgency.VERY_SOON);
        assertThat(before(Duration.ZERO)).isEqualTo(Urgency.VERY_SOON);
        assertThat(before(Duration.ofSeconds(-1))).isEqualTo(Urgency.ENDED);
    }

    @Test
    void daysAreWholeOnes() {
        assertThat(CertificateEnd.of(END, END.minus(Duration.ofHours(47))).days())
                .isEqualTo(1);
    }
}
