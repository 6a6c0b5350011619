package org.indelible.protocols.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.testing.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every fixture with clinical data streams to its end, with the counts of the fixtures' own tables; theirs includes the 11 values of SAS's
 * reference data, and 176 and 13 values of REDCap's whose ItemGroupData has no OID and is refused.
 */
@Tag("R46")
class ClinicalDataFixturesTest {
    @ParameterizedTest
    @CsvSource({
        "odm/odm13/odmlib_snapshot_7form_2subj.xml, 2, 165",
        "odm/odm13/odmlib_merge_source.xml, 2, 27",
        "odm/odm13/odmxmltools_test.xml, 4, 38",
        "odm/odm13/odmxmltools_nv.xml, 2, 9",
        "odm/odm13/sas_cst_odm132_full.xml, 1, 144",
        "odm/odm13/sas_cst_odm131_full.xml, 1, 144",
        "odm/odm13/sas_cst_vendor_ext_transactional.xml, 1, 1",
        "odm/odm13/sas_cst_typed_itemdata.xml, 1, 23",
        "odm/odm13/openedc_clinicaldata_90subj.xml, 90, 1684",
        "odm/odm13/rave_clinical_audit_records_1113.xml, 92, 740",
        "odm/redcap/redcap_longitudinal_100subj.xml, 100, 10018",
        "odm/redcap/redcap_basic_100subj.xml, 100, 1900",
        "odm/redcap/redcap_repeating_forms_50subj.xml, 50, 1804",
        "odm/redcap/redcap_visits.xml, 1, 49",
        "odm/redcap/redcapr_longitudinal.xml, 3, 406",
        "odm/redcap/redcapr_clinical_trial_500subj.xml, 500, 6500",
        "odm/redcap/redcapr_repeating_instruments.xml, 2, 34",
        "odm/redcap/redcapr_validation_types.xml, 1, 6",
        "odm/redcap/redcapr_survey.xml, 2, 16",
        "odm/odm2/odm2_atlas_qs.xml, 1, 6",
        "odm/odm2/odm2_chronic_low_back_pain.xml, 1, 8",
        "odm/odm2/odm2_repeating_ig_uc_d.xml, 1, 13",
        "odm/odm2/odm2_race_check_all.xml, 3, 46",
        "odm/odm2/odm2_matrix_crf_valuelists.xml, 1, 72",
        "lzzt/lzzt-clinical-data.xml, 306, 197979",
        "lzzt/lzzt-clinical-data-20.xml, 20, 0",
        "lzzt/lzzt-labs.xml, 254, 58305",
        "lzzt/lzzt-corrections.xml, 0, 500"
    })
    void streamsToItsEnd(String file, int subjects, int values) {
        Recording recording = Recording.of(Fixtures.path(file));
        if (subjects > 0) {
            assertThat(recording.subjects.stream().map(SubjectData::subjectKey).distinct())
                    .hasSize(subjects);
        }
        if (values > 0) {
            assertThat(recording.items().count()).isEqualTo(values);
        }
        assertThat(recording.items().allMatch(item -> item.line() > 0 && item.column() > 0))
                .isTrue();
        assertThat(recording.diagnostics.stream()
                        .filter(Diagnostic::error)
                        .filter(d -> !(file.contains("redcap") && d.code().equals("missing-attribute"))))
                .isEmpty();
    }

    /** Audit records and signatures as the manifest counts them, where participants' records have or refer to them. */
    @ParameterizedTest
    @CsvSource({
        "odm/odm13/openedc_clinicaldata_90subj.xml, 90, 0",
        "odm/odm13/rave_clinical_audit_records_1113.xml, 1113, 0"
    })
    void auditRecordsAndSignaturesAreRead(String file, int auditRecords, int signatures) {
        Recording recording = Recording.of(Fixtures.path(file));
        assertThat(recording.subjects.stream()
                        .mapToLong(SubjectData::signatures)
                        .sum())
                .isEqualTo(signatures);
        assertThat(recording.subjects.stream()
                        .flatMap(ClinicalDataFixturesTest::marks)
                        .filter(marks -> marks.auditRecord().isPresent())
                        .count())
                .isEqualTo(auditRecords);
    }

    private static Stream<Marks> marks(SubjectData subject) {
        return Stream.concat(
                Stream.of(subject.marks()),
                subject.studyEvents().stream()
                        .flatMap(event -> Stream.concat(
                                Stream.of(event.marks()),
                                event.forms().stream().flatMap(ClinicalDataFixturesTest::marks))));
    }

    private static Stream<Marks> marks(FormData form) {
        return Stream.concat(
                Stream.of(form.marks()),
                form.itemGroups().stream()
                        .flatMap(group -> Stream.concat(
                                Stream.of(group.marks()), group.items().stream().map(ItemData::marks))));
    }
}
