package org.indelible.readmodel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;

/** A casebook as the API gives it: what stands, not what was inactivated, which is in the audit trail. */
record CasebookJson(String key, String site, String status, List<EventJson> studyEvents) {

    record EventJson(
            String oid, @JsonInclude(Include.NON_ABSENT) Optional<String> repeatKey, List<FormJson> forms) {}

    record FormJson(
            String oid, @JsonInclude(Include.NON_ABSENT) Optional<String> repeatKey, List<GroupJson> itemGroups) {}

    record GroupJson(
            String oid, @JsonInclude(Include.NON_ABSENT) Optional<String> repeatKey, List<ItemJson> items) {}

    /**
     * @param unit the symbol recorded with the value
     * @param disclosure {@code erased} or {@code withheld} where there is a value that is not shown
     * @param orphaned there and true where an amendment has removed the item; its value stays
     * @param entry leaf index
     */
    record ItemJson(
            String oid,
            Optional<String> value,
            Optional<String> unit,
            Optional<String> nullFlavour,
            @JsonInclude(Include.NON_ABSENT) Optional<String> disclosure,
            Optional<OffsetDateTime> enteredAt,
            Instant recordedAt,
            String by,
            @JsonInclude(Include.NON_DEFAULT) boolean orphaned,
            long entry) {}

    static CasebookJson of(CasebookView casebook) {
        return new CasebookJson(
                casebook.participant().key(),
                casebook.participant().site(),
                casebook.participant().status(),
                casebook.events().stream().map(CasebookJson::event).toList());
    }

    private static EventJson event(EventView event) {
        return new EventJson(
                event.oid(),
                event.key(),
                event.forms().stream().map(CasebookJson::form).toList());
    }

    private static FormJson form(FormView form) {
        return new FormJson(
                form.oid(),
                form.key(),
                form.groups().stream()
                        .filter(group -> !group.inactivated())
                        .map(CasebookJson::group)
                        .toList());
    }

    private static GroupJson group(GroupView group) {
        return new GroupJson(
                group.oid(),
                group.key(),
                group.items().stream()
                        .filter(item -> !item.inactivated())
                        .map(CasebookJson::item)
                        .toList());
    }

    private static ItemJson item(ItemView item) {
        Optional<Disclosable<String>> text = item.value().text();
        return new ItemJson(
                item.oid(),
                text.flatMap(Disclosable::present),
                item.value().unit(),
                item.value().nullFlavour(),
                text.flatMap(Shown::hidden),
                item.provenance().enteredAt(),
                item.provenance().recordedAt(),
                item.provenance().by(),
                item.orphaned(),
                item.provenance().entry());
    }
}
