package org.indelible.erasure;

import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.shared.EntryHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;

/** What stands in the entries of a trial's ledger. What an entry holds never changes; whether it was erased, the ledger says. */
@FunctionalInterface
public interface ErasableTexts {
    /** @param entry leaf index in the trial's ledger */
    Optional<ErasableText> find(TrialId trial, long entry, DisclosureDigest text);

    /**
     * A disclosable field of an entry.
     *
     * @param entry hash of the entry that holds it
     * @param participant whose casebook the entry belongs to
     * @param field its name; empty for an element of a list
     * @param erased whether it is gone already
     */
    record ErasableText(
            EntryHash entry,
            Optional<ParticipantKey> participant,
            DisclosureClass disclosureClass,
            String field,
            boolean erased) {}
}
