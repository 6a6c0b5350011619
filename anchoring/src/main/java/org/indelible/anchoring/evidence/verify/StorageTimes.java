package org.indelible.anchoring.evidence.verify;

import java.time.Duration;
import java.time.Instant;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.EntryRef;
import org.indelible.anchoring.verify.ExaminedEntry;
import org.indelible.anchoring.verify.Findings;

/**
 * Times of storage as the entries say them. They are the server's: that they do not run backwards shows an entry that was dated back, and
 * so does the clock of a witness or an authority, before which the entry was not there, or after which it was.
 */
final class StorageTimes {
    /** By so much the clocks of several nodes, and those of witnesses, may differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    /** What was stored while somebody was being asked about the checkpoint before it may say a time before the answer's. */
    private static final Duration ASKING = Duration.ofMinutes(10);

    private final TrustedTimes trusted;
    private Instant latest = Instant.EPOCH;
    private boolean enacted;
    private long bracketed;
    private long entries;

    StorageTimes(TrustedTimes trusted) {
        this.trusted = trusted;
    }

    /** The trial declares that its times are enacted: nobody's clock says anything about them. */
    void enacted() {
        enacted = true;
    }

    void check(ExaminedEntry entry, Findings findings) {
        entry.parsed().ifPresent(parsed -> {
            Instant iat = parsed.claims().iat();
            entries++;
            if (iat.isBefore(latest.minus(TOLERANCE))) {
                findings.failed(
                        Check.TIME,
                        EntryRef.of(entry.row()),
                        "it says it was stored at " + iat + ", after an entry of " + latest + ": it was dated back");
            } else if (iat.isAfter(latest)) {
                latest = iat;
            }
            if (!enacted) {
                bracket(entry, iat, findings);
            }
        });
    }

    private void bracket(ExaminedEntry entry, Instant iat, Findings findings) {
        long index = entry.row().leafIndex();
        trusted.before(index)
                .filter(seen -> iat.isBefore(seen.at().minus(ASKING)))
                .ifPresent(seen -> findings.failed(
                        Check.TIME,
                        EntryRef.of(entry.row()),
                        "it says it was stored at " + iat + ", and was not there yet when " + seen.by()
                                + " saw the first " + seen.entries() + " entries at " + seen.at()
                                + ": it was dated back"));
        trusted.after(index).ifPresent(seen -> {
            bracketed++;
            if (iat.isAfter(seen.at().plus(TOLERANCE))) {
                findings.failed(
                        Check.TIME,
                        EntryRef.of(entry.row()),
                        "it says it was stored at " + iat + ", and " + seen.by() + " had seen it at " + seen.at()
                                + " already");
            }
        });
    }

    void finish(Findings findings) {
        if (enacted && !trusted.none()) {
            findings.notChecked(
                    Check.TIME,
                    "ledger",
                    "the trial declares that its times are enacted, so no clock can confirm them");
        }
        findings.checked(
                Check.TIME,
                "no entry is dated before those that were stored before it"
                        + (trusted.none()
                                ? ""
                                : "; " + bracketed + " of " + entries
                                        + " entries lie before a time that a witness or an authority vouches for"));
    }
}
