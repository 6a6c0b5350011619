package org.indelible.protocols.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.testing.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every ODM file among the fixtures gives a build with the counts of their manifest, or a reason. */
@Tag("R46")
class MetadataFixturesTest {
    private static OdmMetadata read(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Fixtures.path(file))) {
            return OdmMetadataReader.read(in, file);
        }
    }

    /**
     * Events, forms, item groups, items, code lists, range checks, conditions, methods. Where the manifest counts no events, one
     * stands in. Counts of odmxmltools_test are of the version chosen with what it includes, and redcapr_survey's manifest counts
     * a definition twice that the file repeats word for word.
     */
    @ParameterizedTest
    @CsvSource({
        "odm/odm13/cdisc_dave_5visit_multilang.xml, 5, 7, 14, 63, 12, 14, 13, 1",
        "odm/odm13/odmlib_snapshot_7form_2subj.xml, 4, 7, 9, 52, 14, 0, 0, 0",
        "odm/odm13/odmxmltools_test.xml, 1, 2, 3, 7, 2, 1, 1, 1",
        "odm/odm13/leo_acrf_9form.xml, 3, 9, 22, 74, 25, 0, 0, 0",
        "odm/odm13/sas_cst_typed_itemdata.xml, 1, 1, 1, 23, 0, 0, 0, 0",
        "odm/odm13/openedc_metadata.xml, 3, 5, 9, 28, 4, 8, 7, 2",
        "odm/viedoc/viedoc_design_2022.xml, 14, 25, 69, 239, 37, 35, 146, 42",
        "odm/redcap/redcap_longitudinal_100subj.xml, 14, 5, 19, 70, 42, 5, 0, 0",
        "odm/redcap/redcap_basic_100subj.xml, 1, 1, 5, 20, 9, 4, 0, 0",
        "odm/redcap/redcap_repeating_forms_50subj.xml, 1, 3, 12, 34, 14, 4, 0, 0",
        "odm/redcap/redcap_visits.xml, 3, 6, 12, 38, 20, 0, 0, 0",
        "odm/redcap/redcapr_longitudinal.xml, 12, 9, 30, 124, 70, 5, 0, 0",
        "odm/redcap/redcapr_clinical_trial_500subj.xml, 1, 1, 2, 13, 4, 6, 0, 0",
        "odm/redcap/redcapr_repeating_instruments.xml, 1, 2, 4, 13, 5, 2, 0, 0",
        "odm/redcap/redcapr_validation_types.xml, 1, 1, 6, 53, 8, 0, 0, 0",
        "odm/redcap/redcapr_survey.xml, 1, 4, 16, 33, 16, 4, 0, 0",
        "odm/redcap/isaric_setup_en.xml, 7, 10, 20, 20, 10, 0, 0, 0",
        "lzzt/lzzt-protocol-v1.xml, 18, 7, 12, 86, 24, 30, 14, 3",
        "lzzt/lzzt-protocol-v2.xml, 18, 9, 14, 124, 25, 30, 14, 3"
    })
    void givesABuildWithTheCountsOfTheManifest(
            String file,
            int events,
            int forms,
            int groups,
            int items,
            int lists,
            int checks,
            int conditions,
            int methods)
            throws IOException {
        OdmMetadata metadata = read(file);
        StudyBuild build = metadata.build().orElseThrow(() -> new AssertionError(metadata.diagnostics()));
        assertThat(List.of(
                        build.studyEvents().size(),
                        build.forms().size(),
                        build.itemGroups().size(),
                        build.items().size(),
                        build.codeLists().size(),
                        build.items().stream()
                                .mapToInt(i -> i.rangeChecks().size())
                                .sum(),
                        (int) build.conditions().stream()
                                .filter(c -> !c.oid().startsWith("redcap."))
                                .count(),
                        (int) build.methods().stream()
                                .filter(m -> !m.oid().startsWith("redcap."))
                                .count()))
                .containsExactly(events, forms, groups, items, lists, checks, conditions, methods);
        assertThat(StudyBuild.fromCanonicalJson(build.canonicalJson()).content())
                .isEqualTo(build.content());
    }

    @ParameterizedTest
    @CsvSource({
        "odm/odm13/odmlib_cdash_4form.xml, dangling-reference, 301",
        "odm/odm13/odmlib_merge_source.xml, dangling-reference, 302",
        "odm/odm13/odmlib_merge_target_v1.xml, dangling-reference, 127",
        "odm/odm13/odmlib_merge_target_v2.xml, dangling-reference, 2",
        "odm/odm13/clinspark_library_5form.xml, dangling-reference, 134",
        "odm/odm13/sas_cst_odm132_full.xml, dangling-reference, 398",
        "odm/odm13/sas_cst_odm131_full.xml, dangling-reference, 398",
        "odm/odm13/odmlib_tiny_condition.xml, undeclared-prefix, 2",
        "odm/odm13/odmxmltools_nv.xml, bad-value, 17",
        "odm/odm13/openedc_clinicaldata_90subj.xml, no-metadata, 2",
        "odm/odm13/rave_clinical_audit_records_1113.xml, no-metadata, 1",
        "odm/odm13/sas_cst_vendor_ext_transactional.xml, no-metadata, 2",
        "odm/odm2/odm2_bpmn_workflow.xml, not-odm, 4",
        "odm/odm2/odm2_conditional_repeats.xml, not-odm, 1",
        "odm/odm2/odm2_fhir.xml, dangling-reference, 13",
        "odm/odm2/odm2_matrix_crf_132ns.xml, no-forms, 11",
        "odm/odm2/odm2_timing_constraints.xml, not-odm, 1",
        "odm/odm_legacy/odm11_example.xml, odm-1.1, 25",
        "odm/define/define21_sdtm.xml, define-xml, 61"
    })
    void isRefusedForAReason(String file, String code, int line) throws IOException {
        OdmMetadata metadata = read(file);
        assertThat(metadata.build()).isEmpty();
        Diagnostic first = metadata.diagnostics().stream()
                .filter(Diagnostic::error)
                .findFirst()
                .orElseThrow();
        assertThat(first.code()).isEqualTo(code);
        assertThat(first.line()).isEqualTo(line);
    }

    /**
     * Events, item groups (forms are item groups in ODM 2.0), items, code lists, range checks, conditions, methods. The two range
     * checks of odm2_matrix_crf_valuelists are those of where clauses, not of items.
     */
    @ParameterizedTest
    @CsvSource({
        "odm2_atlas_qs, 1, 3, 6, 5, 0, 0, 1",
        "odm2_chronic_low_back_pain, 1, 3, 6, 2, 0, 0, 0",
        "odm2_repeating_ig_uc_d, 1, 2, 4, 2, 0, 0, 0",
        "odm2_race_check_all, 1, 3, 6, 3, 0, 0, 0",
        "odm2_matrix_crf_valuelists, 1, 2, 5, 4, 0, 0, 0",
        "odm2_dave_protocol_v2, 5, 21, 63, 12, 14, 13, 1"
    })
    void odm2GivesABuildWithTheCountsOfTheManifest(
            String file, int events, int groups, int items, int lists, int checks, int conditions, int methods)
            throws IOException {
        OdmMetadata metadata = read("odm/odm2/" + file + ".xml");
        StudyBuild build = metadata.build().orElseThrow(() -> new AssertionError(metadata.diagnostics()));
        Set<String> groupDefs = Stream.concat(
                        build.forms().stream().map(FormDef::oid),
                        build.itemGroups().stream().map(ItemGroupDef::oid))
                .collect(Collectors.toSet());
        assertThat(List.of(
                        build.studyEvents().size(),
                        groupDefs.size(),
                        build.items().size(),
                        build.codeLists().size(),
                        build.items().stream()
                                .mapToInt(i -> i.rangeChecks().size())
                                .sum(),
                        build.conditions().size(),
                        build.methods().size()))
                .containsExactly(events, groups, items, lists, checks, conditions, methods);
        assertThat(build.forms()).isNotEmpty();
    }

    @Test
    void redcapsBranchingCalculationsNotesAndRepetitionsAreUnderstood() throws IOException {
        StudyBuild longitudinal =
                read("odm/redcap/redcap_longitudinal_100subj.xml").build().orElseThrow();
        assertThat(longitudinal
                        .condition("redcap.branching.given_birth")
                        .orElseThrow()
                        .formalExpressions())
                .containsExactly(new FormalExpression("REDCap branching logic", "[sex] = \"0\""));
        assertThat(longitudinal.itemGroups().stream().flatMap(g -> g.itemRef("given_birth").stream()))
                .isNotEmpty()
                .allMatch(ref -> ref.conditionOid().equals(Optional.of("redcap.branching.given_birth")));
        assertThat(longitudinal.methods()).isNotEmpty();
        StudyBuild isaric = read("odm/redcap/isaric_setup_en.xml").build().orElseThrow();
        assertThat(isaric.forms().stream().filter(FormDef::repeating).map(FormDef::oid))
                .contains("Form.follow_up", "Form.medication");
        assertThat(isaric.event("Event.daily_arm_1"))
                .map(StudyEventDef::repeating)
                .contains(true);
    }

    @Test
    void formsWithoutEventsAreHeldByOneAndThatIsSaid() throws IOException {
        OdmMetadata metadata = read("odm/redcap/redcap_basic_100subj.xml");
        assertThat(metadata.build().orElseThrow().studyEvents().getFirst().oid())
                .isEqualTo(StudyEventDef.ALL_FORMS);
        assertThat(metadata.diagnostics())
                .anyMatch(d -> d.code().equals("no-events") && d.severity() == Severity.WARNING);
    }

    @Test
    void vendorExtensionsAreSaidOncePerKind() throws IOException {
        List<Diagnostic> diagnostics = read("odm/viedoc/viedoc_design_2022.xml").diagnostics();
        assertThat(diagnostics).allMatch(d -> d.severity() == Severity.INFO).hasSizeLessThan(60);
        assertThat(diagnostics.stream().map(Diagnostic::message)).doesNotHaveDuplicates();
    }

    @Test
    void redcapSaysWhatIdentifies() throws IOException {
        StudyBuild build =
                read("odm/redcap/redcapr_repeating_instruments.xml").build().orElseThrow();
        assertThat(build.items().stream().filter(ItemDef::identifying).map(ItemDef::oid))
                .containsExactlyInAnyOrder("first_name", "dob");
    }

    @Test
    void amendmentIsAnotherBuildWithAVisitWindow() throws IOException {
        StudyBuild v1 = read("lzzt/lzzt-protocol-v1.xml").build().orElseThrow();
        StudyBuild v2 = read("lzzt/lzzt-protocol-v2.xml").build().orElseThrow();
        assertThat(v1).isNotEqualTo(v2);
        assertThat(read("lzzt/lzzt-protocol-v1.xml").build()).contains(v1);
        assertThat(v2.event("SE.WK2").flatMap(StudyEventDef::window)).isPresent();
    }
}
