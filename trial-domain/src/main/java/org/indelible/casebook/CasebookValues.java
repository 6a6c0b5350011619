package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.check.OtherForms;

/** What the forms of a casebook hold, for checks that look beyond their own form. Where several hold the item, none is meant. */
record CasebookValues(Records records) implements OtherForms {
    @Override
    public Optional<ItemValue> value(String eventOid, String itemOid) {
        List<DataPoint> found = records.forms().entrySet().stream()
                .filter(form -> form.getKey().eventOid().equals(eventOid)
                        && form.getValue().active())
                .flatMap(form -> form.getValue().items().entrySet().stream())
                .filter(item -> item.getKey().itemOid().equals(itemOid)
                        && item.getValue().active())
                .map(Map.Entry::getValue)
                .toList();
        return found.size() == 1
                ? Optional.of(CheckQueries.value(found.getFirst())).filter(value -> !CheckQueries.cleared(value))
                : Optional.empty();
    }
}
