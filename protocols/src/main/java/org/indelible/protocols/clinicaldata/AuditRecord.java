package org.indelible.protocols.clinicaldata;

import java.util.Optional;

/**
 * Who did it, where, when and why (ODM 1.3.2, 3.1.4.1.2 AuditRecord), as the source states it.
 *
 * @param editPoint Monitoring, DataManagement or DBAudit
 * @param usedMethod whether the value was imputed: Yes or No
 */
public record AuditRecord(
        Optional<String> userOid,
        Optional<String> locationOid,
        Optional<String> dateTimeStamp,
        Optional<String> reasonForChange,
        Optional<String> sourceId,
        Optional<String> editPoint,
        Optional<String> usedMethod) {
    /** A record of an ordinary change: no edit point, no imputation. */
    public AuditRecord(
            Optional<String> userOid,
            Optional<String> locationOid,
            Optional<String> dateTimeStamp,
            Optional<String> reasonForChange,
            Optional<String> sourceId) {
        this(userOid, locationOid, dateTimeStamp, reasonForChange, sourceId, Optional.empty(), Optional.empty());
    }
}
