package org.indelible.protocols.usdm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.EventTiming;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.testing.Fixtures;
import org.indelible.protocols.testing.Lzzt;
import org.indelible.protocols.write.OdmMetadataWriter;
import org.indelible.protocols.write.OdmVersion;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every USDM file among the fixtures gives a build with the counts of their manifest. */
@Tag("R46")
class UsdmFixturesTest {
    private static OdmMetadata read(String file) throws IOException {
        return StudyDefinitions.read(Files.readAllBytes(Fixtures.path("usdm/v4/" + file)), file);
    }

    private static StudyBuild build(String file) throws IOException {
        OdmMetadata metadata = read(file);
        return metadata.build().orElseThrow(() -> new AssertionError(metadata.diagnostics()));
    }

    /** Arms, epochs, encounters, activities; the counts the manifest does not name were made from the files themselves. */
    @ParameterizedTest
    @CsvSource({
        "CDISC_Pilot_Study.json, 3, 5, 12, 36",
        "Alexion_NCT04573309_Wilsons.json, 1, 4, 50, 44",
        "observational.json, 2, 4, 6, 4",
        "360i_CDISC_Pilot_Study_v4.json, 3, 5, 12, 40",
        "360i_pilot_LLZT_protocol_with_BCs.json, 3, 5, 12, 40"
    })
    void givesABuildWithTheCountsOfTheManifest(String file, int arms, int epochs, int encounters, int activities)
            throws IOException {
        StudyBuild build = build(file);
        long visits = build.studyEvents().stream()
                .filter(e -> e.type() == EventType.SCHEDULED)
                .count();
        assertThat(List.of(
                        build.arms().size(),
                        build.epochs().size(),
                        (int) visits,
                        build.forms().size()))
                .containsExactly(arms, epochs, encounters, activities);
        assertThat(StudyBuild.fromCanonicalJson(build.canonicalJson())).isEqualTo(build);
    }

    @ParameterizedTest
    @CsvSource({"360i_CDISC_Pilot_Study_v4.json, 40", "360i_pilot_LLZT_protocol_with_BCs.json, 209"})
    void biomedicalConceptsAreItemGroups(String file, int concepts) throws IOException {
        StudyBuild build = build(file);
        assertThat(build.itemGroups())
                .hasSize(concepts)
                .anyMatch(group -> !group.itemRefs().isEmpty());
        assertThat(build.forms()).anyMatch(form -> !form.itemGroupRefs().isEmpty());
    }

    @Test
    void usdmAndOdmOfLzztAgreeOnArmsEpochsAndVisits() throws IOException {
        StudyBuild usdm = build("CDISC_Pilot_Study.json");
        StudyBuild odm = Lzzt.metadata("lzzt-protocol-v1.xml").build().orElseThrow();
        Set<String> visits = usdm.studyEvents().stream()
                .filter(event -> event.type() == EventType.SCHEDULED)
                .map(StudyEventDef::name)
                .collect(Collectors.toSet());
        assertThat(odm.studyEvents().stream().map(StudyEventDef::name)).containsAll(visits);
        Set<String> randomised = Set.copyOf(JsonMapper.shared()
                .readTree(Fixtures.path("lzzt/expected.json").toFile())
                .at("/subjects/randomised_per_arm")
                .propertyNames());
        assertThat(usdm.arms().stream().map(Arm::name)).containsExactlyInAnyOrderElementsOf(randomised);
        assertThat(usdm.epochs().stream().map(Epoch::name))
                .containsExactly("Screening", "Treatment 1", "Treatment 2", "Treatment 3", "Follow-Up");
        assertThat(usdm.arms()).allMatch(arm -> arm.epochOids().size() == 5);
    }

    /** ODM 1.3.2 has no arms and epochs of its own; what is written of them comes back. */
    @ParameterizedTest
    @CsvSource({"V1_3_2", "V2_0"})
    void whatWasReadFromUsdmComesBackFromOdm(OdmVersion version) throws IOException {
        StudyBuild usdm = build("CDISC_Pilot_Study.json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileHeader header = new FileHeader(
                FileHeader.FileType.SNAPSHOT,
                Optional.of("F"),
                Optional.empty(),
                Optional.of("2026-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        OdmMetadataWriter.write(usdm, version, header, out);
        StudyBuild again = OdmMetadataReader.read(new ByteArrayInputStream(out.toByteArray()), "again")
                .build()
                .orElseThrow();
        assertThat(again.arms()).isEqualTo(usdm.arms());
        assertThat(again.epochs()).isEqualTo(usdm.epochs());
        assertThat(again.studyEvents()).isEqualTo(usdm.studyEvents());
    }

    @Test
    void windowsAndDependenciesAreRead() throws IOException {
        StudyBuild build = build("CDISC_Pilot_Study.json");
        assertThat(build.event("Encounter_4").flatMap(StudyEventDef::timing))
                .contains(new EventTiming("Encounter_3", "P2W", Optional.of("P3D"), Optional.of("P3D")));
        assertThat(build.event("Encounter_1").flatMap(StudyEventDef::timing))
                .map(EventTiming::target)
                .contains("-P2W");
        assertThat(build.studyEvents().stream()
                        .filter(e -> e.type() == EventType.UNSCHEDULED)
                        .map(StudyEventDef::name))
                .containsExactly("Early Termination Timeline");
        assertThat(build.forms().stream().map(FormDef::name)).contains("Apo E genotyping");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"study\": | not-json", "{\"a\":1} | not-usdm", "[] | not-usdm", "{\"a\":1,\"a\":2} | not-json"})
    void whatIsNoUsdmIsRefused(String json, String code) {
        OdmMetadata metadata = StudyDefinitions.read(json.getBytes(UTF_8), "file");
        assertThat(metadata.build()).isEmpty();
        assertThat(metadata.diagnostics()).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void mutatedFilesGiveABuildOrAReason() throws IOException {
        byte[] valid = Files.readAllBytes(Fixtures.path("usdm/v4/observational.json"));
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            byte[] mutated = valid.clone();
            for (int i = 0; i < 20; i++) {
                mutated[random.nextInt(mutated.length)] = (byte) "\"{}[]:,a1\u0000".charAt(random.nextInt(10));
            }
            OdmMetadata metadata = UsdmReader.read(new ByteArrayInputStream(mutated), "mutated");
            assertThat(metadata.build().isEmpty())
                    .isEqualTo(metadata.diagnostics().stream().anyMatch(Diagnostic::error));
        }
    }
}
