package org.indelible.casebook;

import java.util.List;
import org.indelible.eventstore.InClear;
import org.indelible.shared.EntryHash;

/**
 * What was on the signer's screen: an entry of this casebook and the digests of those of its disclosures that were shown. Digests are salted, so they tell nothing
 * about the text; they bind the signature to it (21 CFR 11.70; R33).
 *
 * <p>Without digests an entry stands for those of its values that were in force at the version the signature says was seen: what a large scope cites.
 */
public record ShownEntry(@InClear EntryHash entry, @InClear List<String> digests) {
    public ShownEntry {
        digests = List.copyOf(digests);
    }

    /** Whether one signature can cite all of these. */
    public static boolean fit(List<ShownEntry> shown) {
        return shown.stream().mapToInt(EntrySize::of).sum() <= EntrySize.BUDGET;
    }
}
