package org.indelible.protocols.clinicaldata;

import java.util.Optional;

/**
 * One value as written (ODM 1.3.2, 3.1.4.1.1.1.1.1 ItemData and the typed ItemData elements).
 *
 * @param value empty where none is stated; a typed element's text, an untyped one's Value
 * @param isNull the file says that there is no value (IsNull="Yes")
 */
public record ItemData(
        String oid,
        Optional<String> value,
        boolean isNull,
        Optional<String> unitOid,
        TransactionType transactionType,
        Marks marks,
        int line,
        int column) {
    public Optional<AuditRecord> auditRecord() {
        return marks.auditRecord();
    }
}
