package org.indelible.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.ItemContent;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.VisitRef;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.clinicaldata.AuditRecord;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.ItemGroupData;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.TransactionType;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;

/** The rows of one ODM FormData as the commands that say the same (ODM 1.3.2 section 2.9: what each TransactionType means). */
final class FormRows {
    private FormRows() {}

    static FormRef form(StudyEventData event, FormData form) {
        return new VisitRef(event.oid(), key(event.repeatKey())).form(form.oid(), key(form.repeatKey()));
    }

    /** What the form is to hold, grouped by who recorded it, when and why, in file order. */
    static Map<Optional<AuditRecord>, List<ItemEntry>> entries(FormData form) {
        Map<Optional<AuditRecord>, List<ItemEntry>> byAudit = new LinkedHashMap<>();
        for (ItemGroupData group : form.itemGroups()) {
            for (ItemData item : group.items()) {
                if (item.transactionType() != TransactionType.CONTEXT
                        && item.transactionType() != TransactionType.REMOVE) {
                    Optional<AuditRecord> audit =
                            item.auditRecord().or(group::auditRecord).or(form::auditRecord);
                    byAudit.computeIfAbsent(audit, none -> new ArrayList<>())
                            .add(ItemEntry.imported(ref(group, item), content(item), reason(audit)));
                }
            }
        }
        return byAudit;
    }

    static List<ItemRef> removedItems(FormData form) {
        List<ItemRef> removed = new ArrayList<>();
        for (ItemGroupData group : form.itemGroups()) {
            for (ItemData item : group.items()) {
                if (item.transactionType() == TransactionType.REMOVE) {
                    removed.add(ref(group, item));
                }
            }
        }
        return removed;
    }

    /** The form as the file has it, for the checks of the study build. */
    static FormContent content(StudyEventData event, FormData form) {
        List<GroupContent> groups = new ArrayList<>();
        for (ItemGroupData group : form.itemGroups()) {
            Map<String, ItemValue> items = new LinkedHashMap<>();
            group.items().forEach(item -> items.put(item.oid(), new ItemValue(item.value(), item.unitOid())));
            groups.add(new GroupContent(group.oid(), group.repeatKey().orElse(""), items));
        }
        return new FormContent(event.oid(), form.oid(), groups);
    }

    static Optional<Reason> reason(Optional<AuditRecord> audit) {
        return audit.flatMap(AuditRecord::reasonForChange)
                .filter(text -> !text.isBlank())
                .map(text -> new Reason(ReasonCategory.OTHER, text));
    }

    private static ItemRef ref(ItemGroupData group, ItemData item) {
        return new ItemRef(group.oid(), key(group.repeatKey()), item.oid());
    }

    private static ItemContent content(ItemData item) {
        Optional<String> text = item.value().filter(value -> !value.isEmpty());
        if (item.isNull() || text.isEmpty()) {
            return ItemContent.absent(NullFlavour.UNKNOWN);
        }
        return new ItemContent.Value(text.get(), item.unitOid());
    }

    private static RepeatKey key(Optional<String> repeatKey) {
        return repeatKey.map(RepeatKey::new).orElse(RepeatKey.NONE);
    }
}
