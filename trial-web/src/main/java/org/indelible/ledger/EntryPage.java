package org.indelible.ledger;

import java.util.List;
import java.util.Optional;

/**
 * An entry as its page shows it.
 *
 * @param facts its fields in the order of the payload, disclosures put back as far as the reader may see them
 */
record EntryPage(Proof proof, List<Fact> facts, String payload, Optional<Long> previous, Optional<Long> next) {
    /** @param state empty for a field in clear, else {@code disclosed}, {@code erased} or {@code withheld} */
    record Fact(String name, String value, String state) {}
}
