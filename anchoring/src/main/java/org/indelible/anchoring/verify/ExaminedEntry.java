package org.indelible.anchoring.verify;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.EntryRow;
import org.indelible.anchoring.merkle.Hash;

/**
 * An entry with everything that can be said about it alone.
 *
 * @param leaf leaf hash of the stored bytes
 * @param parsed empty where the bytes are no entry
 */
public record ExaminedEntry(
        EntryRow row, Hash leaf, String entryHash, Optional<ParsedEntry> parsed, List<EntryProblem> problems) {
    public ExaminedEntry {
        problems = List.copyOf(problems);
    }

    /** What the signed bytes say, and the columns where they say nothing or the seal is broken. */
    String stream() {
        return believed().map(entry -> entry.claims().stream()).orElse(row.stream());
    }

    long seq() {
        return believed().map(entry -> entry.claims().seq()).orElse(row.seq());
    }

    /** Whether bytes and columns name different places. */
    boolean isOfTwoMinds() {
        return !stream().equals(row.stream()) || seq() != row.seq();
    }

    public boolean has(Check check) {
        return problems.stream().anyMatch(problem -> problem.check() == check);
    }

    private Optional<ParsedEntry> believed() {
        return parsed.filter(entry -> !has(Check.SEAL));
    }
}
