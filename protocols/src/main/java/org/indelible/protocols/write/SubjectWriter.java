package org.indelible.protocols.write;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.protocols.clinicaldata.Annotation;
import org.indelible.protocols.clinicaldata.AuditRecord;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.ItemGroupData;
import org.indelible.protocols.clinicaldata.Marks;
import org.indelible.protocols.clinicaldata.Query;
import org.indelible.protocols.clinicaldata.Signature;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.clinicaldata.TransactionType;
import org.indelible.protocols.clinicaldata.UnitFlag;

/**
 * Writes SubjectData (ODM 1.3.2, 3.1.4.1; ODM 2.0, SubjectData). A transaction type is written where it is not that of the parent,
 * and left out where it is Insert at the top, as in snapshots.
 */
final class SubjectWriter {
    private final OdmXml xml;

    SubjectWriter(OdmXml xml) {
        this.xml = xml;
    }

    void write(SubjectData subject) throws IOException {
        xml.start("SubjectData");
        xml.attribute("SubjectKey", subject.subjectKey());
        transaction(subject.transactionType(), TransactionType.INSERT);
        marksBefore(subject.marks(), false);
        xml.empty("InvestigatorRef", "UserOID", subject.investigatorOid());
        xml.empty("SiteRef", "LocationOID", subject.locationOid());
        annotationsBefore(subject.marks());
        for (StudyEventData event : subject.studyEvents()) {
            event(event, subject.transactionType());
        }
        marksAfter(subject.marks());
        xml.end();
        xml.line();
    }

    private void event(StudyEventData event, TransactionType parent) throws IOException {
        xml.start("StudyEventData");
        xml.attribute("StudyEventOID", event.oid()).attribute("StudyEventRepeatKey", event.repeatKey());
        transaction(event.transactionType(), parent);
        marksBefore(event.marks(), true);
        for (FormData form : event.forms()) {
            form(form, event.transactionType());
        }
        marksAfter(event.marks());
        xml.end();
    }

    private void form(FormData form, TransactionType parent) throws IOException {
        xml.start(xml.two() ? "ItemGroupData" : "FormData");
        xml.attribute(xml.two() ? "ItemGroupOID" : "FormOID", form.oid())
                .attribute(xml.two() ? "ItemGroupRepeatKey" : "FormRepeatKey", form.repeatKey());
        transaction(form.transactionType(), parent);
        marksBefore(form.marks(), true);
        for (ItemGroupData group : form.itemGroups()) {
            group(group, form);
        }
        marksAfter(form.marks());
        xml.end();
    }

    /** In ODM 2.0 the group of a form's own OID is the form itself. */
    private void group(ItemGroupData group, FormData form) throws IOException {
        boolean own = xml.two()
                && group.oid().equals(form.oid())
                && group.marks().equals(Marks.NONE)
                && group.repeatKey().isEmpty();
        if (!own) {
            xml.start("ItemGroupData");
            xml.attribute("ItemGroupOID", group.oid()).attribute("ItemGroupRepeatKey", group.repeatKey());
            transaction(group.transactionType(), form.transactionType());
            marksBefore(group.marks(), true);
        }
        for (ItemData item : group.items()) {
            item(item, own ? form.transactionType() : group.transactionType());
        }
        if (!own) {
            marksAfter(group.marks());
            xml.end();
        }
    }

    private void item(ItemData item, TransactionType parent) throws IOException {
        xml.start("ItemData");
        xml.attribute("ItemOID", item.oid());
        transaction(item.transactionType(), parent);
        if (item.isNull()) {
            xml.yesNo("IsNull", true);
        }
        if (xml.two()) {
            xml.text("Value", item.value());
            marksAfter(UnitFlag.add(item.unitOid(), item.marks()));
        } else {
            xml.attribute("Value", item.value());
            marksBefore(item.marks(), false);
            xml.empty("MeasurementUnitRef", "MeasurementUnitOID", item.unitOid());
            annotationsBefore(item.marks());
        }
        xml.end();
    }

    private void transaction(TransactionType type, TransactionType parent) throws IOException {
        if (type != parent) {
            String name = type.name();
            xml.attribute("TransactionType", name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
        }
    }

    /** ODM 1.3.2 has them before the content, 2.0 after it. */
    private void marksBefore(Marks marks, boolean annotations) throws IOException {
        if (!xml.two()) {
            auditRecord(marks.auditRecord());
            signature(marks.signature());
            if (annotations) {
                annotationsBefore(marks);
            }
        }
    }

    private void annotationsBefore(Marks marks) throws IOException {
        if (!xml.two()) {
            annotations(QueryAnnotations.in(marks));
        }
    }

    private void marksAfter(Marks marks) throws IOException {
        if (xml.two()) {
            auditRecord(marks.auditRecord());
            signature(marks.signature());
            annotations(marks.annotations());
            for (Query query : marks.queries()) {
                query(query);
            }
        }
    }

    private void query(Query query) throws IOException {
        xml.start("Query");
        xml.attribute("OID", query.oid())
                .attribute("Source", query.source())
                .attribute("Type", query.type())
                .attribute("State", query.state())
                .attribute("LastUpdateDatetime", query.lastUpdate());
        xml.text("Value", query.text());
        for (AuditRecord turn : query.turns()) {
            auditRecord(Optional.of(turn));
        }
        xml.end();
    }

    private void auditRecord(Optional<AuditRecord> audit) throws IOException {
        if (audit.isPresent()) {
            AuditRecord record = audit.get();
            xml.start("AuditRecord");
            xml.attribute("EditPoint", record.editPoint())
                    .attribute(xml.two() ? "UsedMethod" : "UsedImputationMethod", record.usedMethod());
            xml.empty("UserRef", "UserOID", record.userOid());
            xml.empty("LocationRef", "LocationOID", record.locationOid());
            xml.text("DateTimeStamp", record.dateTimeStamp());
            xml.text("ReasonForChange", record.reasonForChange());
            xml.text("SourceID", record.sourceId());
            xml.end();
        }
    }

    private void signature(Optional<Signature> signed) throws IOException {
        if (signed.isPresent()) {
            xml.start("Signature");
            xml.empty("UserRef", "UserOID", signed.get().userOid());
            xml.empty("LocationRef", "LocationOID", signed.get().locationOid());
            xml.empty("SignatureRef", "SignatureOID", signed.get().signatureOid());
            xml.text("DateTimeStamp", signed.get().dateTimeStamp());
            xml.end();
        }
    }

    private void annotations(List<Annotation> annotations) throws IOException {
        for (Annotation annotation : annotations) {
            xml.start("Annotation");
            xml.attribute("SeqNum", String.valueOf(annotation.seqNum()));
            if (annotation.comment().isPresent()) {
                xml.start("Comment");
                xml.attribute("SponsorOrSite", annotation.sponsorOrSite());
                comment(annotation.comment().get());
                xml.end();
            }
            for (Annotation.Flag flag : annotation.flags()) {
                flag(flag);
            }
            xml.end();
        }
    }

    private void comment(String text) throws IOException {
        if (xml.two()) {
            xml.start("TranslatedText");
            xml.attribute("Type", "text/plain");
            xml.characters(text);
            xml.end();
        } else {
            xml.characters(text);
        }
    }

    private void flag(Annotation.Flag flag) throws IOException {
        xml.start("Flag");
        xml.start("FlagValue");
        xml.attribute("CodeListOID", flag.valueListOid());
        xml.characters(flag.value());
        xml.end();
        if (flag.type().isPresent()) {
            xml.start("FlagType");
            xml.attribute("CodeListOID", flag.typeListOid());
            xml.characters(flag.type().get());
            xml.end();
        }
        xml.end();
    }
}
