package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/** ODM 1.3.2, 3.1.4.1.1.1 FormData. */
public record FormData(
        String oid,
        Optional<String> repeatKey,
        TransactionType transactionType,
        List<ItemGroupData> itemGroups,
        Marks marks,
        int line,
        int column) {
    public FormData {
        itemGroups = List.copyOf(itemGroups);
    }

    public Optional<AuditRecord> auditRecord() {
        return marks.auditRecord();
    }
}
