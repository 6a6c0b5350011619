package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/** ODM 1.3.2, 3.1.4.1.1.1.1 ItemGroupData. */
public record ItemGroupData(
        String oid,
        Optional<String> repeatKey,
        TransactionType transactionType,
        List<ItemData> items,
        Marks marks,
        int line,
        int column) {
    public ItemGroupData {
        items = List.copyOf(items);
    }

    public Optional<AuditRecord> auditRecord() {
        return marks.auditRecord();
    }
}
