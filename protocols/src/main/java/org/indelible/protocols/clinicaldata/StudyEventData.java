package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/** ODM 1.3.2, 3.1.4.1.1 StudyEventData. */
public record StudyEventData(
        String oid,
        Optional<String> repeatKey,
        TransactionType transactionType,
        List<FormData> forms,
        Marks marks,
        int line,
        int column) {
    public StudyEventData {
        forms = List.copyOf(forms);
    }

    public Optional<AuditRecord> auditRecord() {
        return marks.auditRecord();
    }
}
