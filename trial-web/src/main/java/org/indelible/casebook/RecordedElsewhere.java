package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.check.OtherForms;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.ItemView;

/**
 * What the participant's forms hold, for checks that look beyond their own form; the casebook is read when one does. Where several
 * forms hold the item, none is meant.
 */
final class RecordedElsewhere implements OtherForms {
    private final Supplier<CasebookView> casebook;
    private final StudyBuild build;
    private Optional<CasebookView> read = Optional.empty();

    RecordedElsewhere(Supplier<CasebookView> casebook, StudyBuild build) {
        this.casebook = casebook;
        this.build = build;
    }

    @Override
    public Optional<ItemValue> value(String eventOid, String itemOid) {
        CasebookView view = read.orElseGet(casebook);
        read = Optional.of(view);
        List<ItemView> found = view.events().stream()
                .filter(event -> event.oid().equals(eventOid))
                .flatMap(event -> event.forms().stream())
                .flatMap(form -> form.groups().stream())
                .filter(group -> !group.inactivated())
                .flatMap(group -> group.items().stream())
                .filter(item -> item.oid().equals(itemOid) && !item.inactivated())
                .toList();
        return found.size() == 1
                ? build.item(itemOid).flatMap(item -> RecordedForm.value(found.getFirst(), item, build))
                : Optional.empty();
    }
}
