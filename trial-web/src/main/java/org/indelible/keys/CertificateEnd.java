package org.indelible.keys;

import java.time.Duration;
import java.time.Instant;

/**
 * How far off the end of a certificate is.
 *
 * @param at the end
 * @param days whole days until then; negative where it has passed
 */
public record CertificateEnd(Instant at, long days) {
    /** Time enough to make another without haste. */
    private static final int SOON = 90;

    /** Who has not acted until now is told more loudly. */
    private static final int VERY_SOON = 30;

    /** How loudly to tell. */
    public enum Urgency {
        FAR,
        SOON,
        VERY_SOON,
        ENDED
    }

    /** As seen now. */
    public static CertificateEnd of(Instant at, Instant now) {
        return new CertificateEnd(
                at,
                Math.floorDiv(
                        Duration.between(now, at).toSeconds(),
                        Duration.ofDays(1).toSeconds()));
    }

    public Urgency urgency() {
        if (days < 0) {
            return Urgency.ENDED;
        }
        return days >= SOON ? Urgency.FAR : days >= VERY_SOON ? Urgency.SOON : Urgency.VERY_SOON;
    }
}
