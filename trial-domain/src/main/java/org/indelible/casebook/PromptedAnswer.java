package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.eventstore.InClear;

/**
 * An answer that a check asked about before it was saved, with the item's class of disclosure as the study build decides it.
 *
 * @param check of the study build, as findings name it
 */
public record PromptedAnswer(
        @InClear ItemRef item,
        @InClear String check,
        Disclosable<Optional<String>> value,
        @InClear Optional<String> unitOid) {}
