package org.indelible.protocols.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.odm.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R46")
class OdmClinicalDataReaderTest {
    private static String file(String type, String clinicalData) {
        return """
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2" FileType="%s" FileOID="F.1">
                <AdminData StudyOID="S"><User OID="U.1" UserType="Investigator"><DisplayName>Inv</DisplayName>\
                <LocationRef LocationOID="L.1"/></User><Location OID="L.1" Name="Site 1" LocationType="Site"/></AdminData>
                <ClinicalData StudyOID="S" MetaDataVersionOID="V">
                %s
                </ClinicalData></ODM>
                """.formatted(type, clinicalData);
    }

    private static String subject(String key, String items) {
        return "<SubjectData SubjectKey=\"" + key + "\"><SiteRef LocationOID=\"L.1\"/>"
                + "<StudyEventData StudyEventOID=\"SE\"><FormData FormOID=\"F\"><ItemGroupData ItemGroupOID=\"IG\">"
                + items + "</ItemGroupData></FormData></StudyEventData></SubjectData>";
    }

    @Test
    void typedAndUntypedValuesKeepWhatWasWritten() {
        Recording r = Recording.of(file("Snapshot", subject("1", """
                        <ItemData ItemOID="A" Value="098.6"><MeasurementUnitRef MeasurementUnitOID="MU.F"/></ItemData>
                        <ItemDataString ItemOID="B"> two  words </ItemDataString>
                        <ItemDataInteger ItemOID="C" MeasurementUnitOID="MU.Y"> 53 </ItemDataInteger>
                        <ItemData ItemOID="D" IsNull="Yes"/>""")));
        assertThat(r.items().map(ItemData::value))
                .containsExactly(
                        Optional.of("098.6"), Optional.of(" two  words "), Optional.of("53"), Optional.empty());
        assertThat(r.items().map(ItemData::unitOid))
                .containsExactly(Optional.of("MU.F"), Optional.empty(), Optional.of("MU.Y"), Optional.empty());
        assertThat(r.items().map(ItemData::isNull)).containsExactly(false, false, false, true);
        assertThat(r.items().map(ItemData::line)).containsExactly(4, 5, 6, 7);
        assertThat(r.diagnostics).isEmpty();
        assertThat(r.adminData.getFirst().users().getFirst().locationOids()).containsExactly("L.1");
        assertThat(r.subjects.getFirst().locationOid()).contains("L.1");
    }

    @Test
    void transactionTypeIsInheritedFromTheParent() {
        Recording r = Recording.of(file("Transactional", """
                <SubjectData SubjectKey="1" TransactionType="Context"><StudyEventData StudyEventOID="SE">
                <FormData FormOID="F" TransactionType="Update"><ItemGroupData ItemGroupOID="IG">
                <ItemData ItemOID="A" Value="1"/><ItemData ItemOID="B" TransactionType="Remove"/>
                </ItemGroupData></FormData></StudyEventData></SubjectData>"""));
        assertThat(r.subjects.getFirst().studyEvents().getFirst().transactionType())
                .isEqualTo(TransactionType.CONTEXT);
        assertThat(r.items().map(ItemData::transactionType))
                .containsExactly(TransactionType.UPDATE, TransactionType.REMOVE);
    }

    @Test
    void auditRecordsOfALaterSectionAreFoundAndOrderIsKept() {
        Recording r = Recording.of(file(
                "Snapshot",
                subject("1", "<ItemData ItemOID='A' Value='1' AuditRecordID='AR.1'/>")
                        + subject("2", "<ItemData ItemOID='A' Value='2' AuditRecordID='AR.9'/>")
                        + """
                        <AuditRecords><AuditRecord ID="AR.1"><UserRef UserOID="U.1"/><LocationRef LocationOID="L.1"/>
                        <DateTimeStamp>2026-01-02T03:04:05Z</DateTimeStamp><ReasonForChange>typing error</ReasonForChange>
                        </AuditRecord></AuditRecords>"""));
        assertThat(r.subjects.stream().map(SubjectData::subjectKey)).containsExactly("1", "2");
        assertThat(r.items().findFirst().flatMap(ItemData::auditRecord).flatMap(AuditRecord::reasonForChange))
                .contains("typing error");
        assertThat(r.diagnostics.stream().map(Diagnostic::code)).containsExactly("dangling-audit-record");
        assertThat(r.diagnostics.getFirst().oid()).isEqualTo("A");
    }

    @Test
    void formsWithoutAnEventBelongToTheEventMadeForThem() {
        Recording r = Recording.of(file(
                "Snapshot",
                "<SubjectData SubjectKey='1'><FormData FormOID='F'><ItemGroupData ItemGroupOID='IG'>"
                        + "<ItemData ItemOID='A' Value='1'/></ItemGroupData></FormData></SubjectData>"));
        assertThat(r.subjects.getFirst().studyEvents().getFirst().oid()).isEqualTo(StudyEventDef.ALL_FORMS);
        assertThat(r.diagnostics.stream().map(Diagnostic::code)).containsExactly("forms-without-event");
    }

    @Test
    void whatLacksItsKeyIsLeftOutWithItsPlaceAndTheRestComesThrough() {
        Recording r = Recording.of(file(
                "Snapshot", "<SubjectData/>" + subject("2", "<ItemData Value='1'/><ItemData ItemOID='B' Value='2'/>")));
        assertThat(r.items().map(ItemData::oid)).containsExactly("B");
        assertThat(r.diagnostics).allMatch(d -> d.code().equals("missing-attribute") && d.error() && d.line() == 4);
        assertThat(r.diagnostics).hasSize(2);
    }

    @Test
    void whereTheXmlBreaksOffWhatCameBeforeHasBeenHandedOver() {
        String whole = file("Snapshot", subject("1", "<ItemData ItemOID='A' Value='1'/>") + "\n" + subject("2", ""));
        Recording r = Recording.of(whole.substring(0, whole.indexOf("SubjectKey=\"2\"")));
        assertThat(r.subjects).hasSize(1);
        assertThat(r.diagnostics.getLast().code()).isEqualTo("truncated");
        assertThat(r.diagnostics.getLast().line()).isEqualTo(5);
        assertThat(r.brokeOff).isTrue();
        assertThat(Recording.of(whole).brokeOff).isFalse();
        assertThat(Recording.of("<html/>").brokeOff).isTrue();
        assertThat(Recording.of("<html/>").diagnostics.getFirst().code()).isEqualTo("not-odm");
    }

    /** Whatever is done to a file, reading it hands over records and reasons, never an exception. */
    @Test
    void mutatedFilesAreReadWithoutAnException() {
        String valid = file("Transactional", subject("1", "<ItemData ItemOID='A' Value='1'/>") + subject("2", ""));
        Random random = new Random(1);
        for (int round = 0; round < 1000; round++) {
            int from = random.nextInt(valid.length());
            int to = Math.min(valid.length(), from + random.nextInt(30));
            String edit = random.nextBoolean() ? "" : valid.substring(from, to) + "<&\"".charAt(random.nextInt(3));
            Recording r = Recording.of(valid.substring(0, from) + edit + valid.substring(to));
            assertThat(r.subjects).hasSizeLessThan(5);
            assertThat(r.diagnostics).allMatch(d -> !d.cure().isBlank());
        }
    }
}
