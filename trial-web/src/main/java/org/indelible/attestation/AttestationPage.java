package org.indelible.attestation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.attest.AttestorReport;

/**
 * Who vouches for a ledger, for people.
 *
 * @param witnesses of the policy, in its order
 * @param quorum what the policy demands, in words; empty where it demands nothing
 * @param quorumSize entries that enough witnesses vouch for
 * @param viaPlatform whether what is witnessed is {@code platform}, which holds this ledger's checkpoints
 * @param logKey the log line of a trust policy, for whoever runs a witness
 */
record AttestationPage(
        String ledger,
        List<WitnessLine> witnesses,
        List<AuthorityLine> authorities,
        List<CheckpointLine> checkpoints,
        Optional<String> quorum,
        Optional<Instant> quorumMissingSince,
        long quorumSize,
        boolean viaPlatform,
        String logKey) {

    /** How a witness is, as one of the states of {@code fragments/status}, a word and a detail. */
    record WitnessLine(
            String name,
            String keyName,
            boolean asked,
            Standing standing,
            Optional<Long> size,
            Optional<Instant> cosignedAt,
            Optional<Instant> waitingSince,
            String detail) {}

    /** Shape and word. */
    enum Standing {
        UP_TO_DATE("verified"),
        WAITING("in-progress"),
        BEHIND("overdue"),
        CONTRADICTS("stale"),
        NOT_ASKED("empty");

        private final String shape;

        Standing(String shape) {
            this.shape = shape;
        }

        /** The state of {@code fragments/status} with the shape. */
        public String shape() {
            return shape;
        }
    }

    /** An authority and its latest token. */
    record AuthorityLine(
            String name,
            Optional<Instant> stampedAt,
            Optional<Instant> verifiableUntil,
            Optional<AttestorReport> trouble) {}

    /**
     * A checkpoint.
     *
     * @param witnessedAt since when each witness vouches for it; empty where one does not
     * @param stampedAt the earliest trusted time that covers it
     */
    record CheckpointLine(
            long size, Instant signedAt, List<Optional<Instant>> witnessedAt, Optional<Instant> stampedAt) {}
}
