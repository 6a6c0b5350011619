package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/**
 * What a file says about a record beside its content: who made it, who signed it, what was remarked and asked.
 *
 * @param queries written, not read
 */
public record Marks(
        Optional<AuditRecord> auditRecord,
        Optional<Signature> signature,
        List<Annotation> annotations,
        List<Query> queries) {
    public static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), List.of());

    public Marks {
        annotations = List.copyOf(annotations);
        queries = List.copyOf(queries);
    }

    /** Marks without queries. */
    public Marks(Optional<AuditRecord> auditRecord, Optional<Signature> signature, List<Annotation> annotations) {
        this(auditRecord, signature, annotations, List.of());
    }

    public static Marks of(AuditRecord auditRecord) {
        return new Marks(Optional.of(auditRecord), Optional.empty(), List.of());
    }
}
