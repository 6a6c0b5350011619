package org.indelible.protocols.design;

import java.util.List;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.design.DesignEdit.ItemFields;

/**
 * One row of an item list that was read.
 *
 * @param form name of its form; made where the draft has none of that name
 * @param group name of its item group on that form, likewise
 * @param codes its permitted values; empty where its answer is typed
 */
public record ListedItem(
        String form,
        String group,
        boolean repeating,
        ItemFields item,
        List<CodeListEntry> codes,
        List<RangeCheck> checks) {
    public ListedItem {
        codes = List.copyOf(codes);
        checks = List.copyOf(checks);
    }
}
