package org.indelible.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports there are. */
enum ReportKind {
    /** A participant's casebook with its changes and signatures. */
    CASEBOOK(true),
    /** Every casebook that may be seen, each a report of its own. */
    CASEBOOKS(false),
    /** The audit trail of a participant. */
    AUDIT(true),
    /** Versions, builds, openings, closings and locks of the trial. */
    HISTORY(false),
    /** Who was delegated what, and trained in what. */
    STAFF(false),
    /** What was open, unsigned or changed, at a lock and after it. */
    LOCK(false);

    private final boolean ofParticipant;

    ReportKind(boolean ofParticipant) {
        this.ofParticipant = ofParticipant;
    }

    public boolean ofParticipant() {
        return ofParticipant;
    }

    /** As in addresses and records. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ReportKind> of(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
