package org.indelible.protocols.clinicaldata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Element;

/**
 * Reads AuditRecord, Signature and Annotation (ODM 1.3.2, 3.1.4.1.2 to 3.1.4.1.4), in place or by reference to the sections that
 * follow the participants.
 */
final class MarksReader {
    private static final String AUDIT_RECORD_ID = "AuditRecordID";
    private static final String SIGNATURE_ID = "SignatureID";
    private static final String ANNOTATION_ID = "AnnotationID";

    private final Diagnostics diagnostics;
    private final Map<String, AuditRecord> auditRecords = new HashMap<>();
    private final Map<String, Signature> signatures = new HashMap<>();
    private final Map<String, Annotation> annotations = new HashMap<>();

    MarksReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Keeps the records of a section that others refer to. */
    void section(Element section) {
        section.children("AuditRecord")
                .forEach(e -> e.stated("ID").ifPresent(id -> auditRecords.put(id, auditRecord(e))));
        section.children("Signature").forEach(e -> e.stated("ID").ifPresent(id -> signatures.put(id, signature(e))));
        section.children("Annotation").forEach(e -> e.stated("ID").ifPresent(id -> annotations.put(id, annotation(e))));
    }

    void clear() {
        auditRecords.clear();
        signatures.clear();
        annotations.clear();
    }

    /** Whether something in or below the element refers to a record that has not been read yet. */
    boolean awaited(Element element) {
        return unread(element, AUDIT_RECORD_ID, auditRecords)
                || unread(element, SIGNATURE_ID, signatures)
                || unread(element, ANNOTATION_ID, annotations)
                || element.children().stream().anyMatch(this::awaited);
    }

    private static boolean unread(Element element, String attribute, Map<String, ?> read) {
        return element.stated(attribute).filter(id -> !read.containsKey(id)).isPresent();
    }

    Marks of(Element e) {
        Optional<AuditRecord> audit =
                e.child("AuditRecord").map(this::auditRecord).or(() -> referred(e));
        Optional<Signature> signature = e.child("Signature")
                .map(this::signature)
                .or(() -> e.stated(SIGNATURE_ID).map(signatures::get));
        List<Annotation> remarks =
                e.children("Annotation").map(this::annotation).toList();
        if (remarks.isEmpty()) {
            remarks =
                    e.stated(ANNOTATION_ID).map(annotations::get).map(List::of).orElse(List.of());
        }
        return audit.isEmpty() && signature.isEmpty() && remarks.isEmpty()
                ? Marks.NONE
                : new Marks(audit, signature, remarks);
    }

    private Optional<AuditRecord> referred(Element e) {
        Optional<String> id = e.stated(AUDIT_RECORD_ID);
        Optional<AuditRecord> referred = id.map(auditRecords::get);
        if (id.isPresent() && referred.isEmpty()) {
            diagnostics.warning(
                    "dangling-audit-record",
                    "There is no AuditRecord " + id.get() + " in this section; who did this and why is not known.",
                    "Add the AuditRecord, or remove the reference.",
                    e.at(),
                    e.stated("ItemOID").orElse(null));
        }
        return referred;
    }

    private AuditRecord auditRecord(Element e) {
        return new AuditRecord(
                e.child("UserRef").flatMap(ref -> ref.stated("UserOID")),
                e.child("LocationRef").flatMap(ref -> ref.stated("LocationOID")),
                text(e, "DateTimeStamp"),
                text(e, "ReasonForChange"),
                text(e, "SourceID"),
                e.stated("EditPoint"),
                e.stated("UsedImputationMethod").or(() -> e.stated("UsedMethod")));
    }

    private Signature signature(Element e) {
        return new Signature(
                e.child("UserRef").flatMap(ref -> ref.stated("UserOID")),
                e.child("LocationRef").flatMap(ref -> ref.stated("LocationOID")),
                e.child("SignatureRef").flatMap(ref -> ref.stated("SignatureOID")),
                text(e, "DateTimeStamp"));
    }

    private Annotation annotation(Element e) {
        Optional<Element> comment = e.child("Comment");
        return new Annotation(
                e.stated("SeqNum")
                        .filter(n -> n.matches("-?\\d{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(1),
                comment.map(c -> c.child("TranslatedText").map(Element::text).orElseGet(c::text))
                        .filter(text -> !text.isEmpty()),
                comment.flatMap(c -> c.stated("SponsorOrSite")),
                e.children("Flag").map(MarksReader::flag).toList());
    }

    private static Annotation.Flag flag(Element e) {
        Optional<Element> value = e.child("FlagValue");
        Optional<Element> type = e.child("FlagType");
        return new Annotation.Flag(
                value.map(Element::text).orElse(""),
                value.flatMap(v -> v.stated("CodeListOID")),
                type.map(Element::text),
                type.flatMap(t -> t.stated("CodeListOID")));
    }

    private static Optional<String> text(Element e, String child) {
        return Optional.of(e.textOf(child)).filter(text -> !text.isEmpty());
    }
}
