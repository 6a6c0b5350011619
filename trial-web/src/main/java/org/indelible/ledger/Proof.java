package org.indelible.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryClaims;

/**
 * Why an entry can be believed: its seal, its place in the chain of its stream, its place under a signed checkpoint. Everything stated
 * here was checked when the page was made.
 *
 * @param checkpoint the latest one; empty where none was signed yet
 */
public record Proof(
        String ledger,
        long leafIndex,
        EntryClaims claims,
        String leafHash,
        String entryHash,
        Seal seal,
        Optional<Inclusion> inclusion,
        Optional<CheckpointLine> checkpoint) {
    /** Entries go by their leaf index everywhere: on pages, in the API, in what the verifier says. */
    public long number() {
        return leafIndex;
    }

    /**
     * @param problem why the seal does not hold; empty where it does
     */
    public record Seal(
            String kid,
            String account,
            String organisation,
            List<String> roles,
            Optional<Instant> notBefore,
            Optional<Instant> notAfter,
            Optional<String> problem) {
        public boolean holds() {
            return problem.isEmpty();
        }
    }

    /** @param problem why the proof does not hold; empty where it does */
    public record Inclusion(long size, List<String> hashes, Optional<String> problem) {
        public boolean holds() {
            return problem.isEmpty();
        }
    }

    public record CheckpointLine(String origin, long size, String root, Instant signedAt, String note) {}
}
