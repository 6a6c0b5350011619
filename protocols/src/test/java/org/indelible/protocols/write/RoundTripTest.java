package org.indelible.protocols.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.bundled.BundledProtocols;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.Recording;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.diff.EverythingBuild;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.testing.Fixtures;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** What is written is valid ODM, and reading it gives what was read before. */
@Tag("R46")
class RoundTripTest {
    private static final FileHeader HEADER = new FileHeader(
            FileHeader.FileType.SNAPSHOT,
            Optional.of("F.1"),
            Optional.empty(),
            Optional.of("2026-01-01T00:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Indelible"),
            Optional.empty());

    private static StudyBuild build(String fixture) throws IOException {
        try (InputStream in = Files.newInputStream(Fixtures.path(fixture))) {
            OdmMetadata metadata = OdmMetadataReader.read(in, fixture);
            return metadata.build().orElseThrow(() -> new AssertionError(metadata.diagnostics()));
        }
    }

    private static byte[] written(StudyBuild build, OdmVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OdmMetadataWriter.write(build, version, HEADER, out);
        return out.toByteArray();
    }

    private static void assertReadsBack(StudyBuild build, OdmVersion version) throws IOException {
        byte[] file = written(build, version);
        OdmMetadata again = OdmMetadataReader.read(new ByteArrayInputStream(file), "written");
        StudyBuild read = again.build().orElseThrow(() -> new AssertionError(again.diagnostics()));
        assertThat(new String(read.canonicalJson(), UTF_8)).isEqualTo(new String(build.canonicalJson(), UTF_8));
        assertThat(read.hash()).isEqualTo(build.hash());
    }

    private static void assertValid(byte[] file, OdmVersion version) {
        Path schema = Fixtures.path(
                version == OdmVersion.V2_0 ? "odm/schema/odm-2.0/ODM.xsd" : "odm/schema/odm-1.3.2/ODM1-3-2.xsd");
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.newSchema(schema.toFile())
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(file)));
        } catch (SAXException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lzzt/lzzt-protocol-v1.xml, V1_3_2",
        "lzzt/lzzt-protocol-v1.xml, V2_0",
        "lzzt/lzzt-protocol-v2.xml, V1_3_2",
        "lzzt/lzzt-protocol-v2.xml, V2_0"
    })
    void lzztIsValidAndComesBackAsItWas(String fixture, OdmVersion version) throws IOException {
        StudyBuild build = build(fixture);
        assertValid(written(build, version), version);
        assertReadsBack(build, version);
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void theBundledProtocolsAreValidAndComeBack(BundledProtocols protocol) throws IOException {
        try (InputStream in = protocol.open()) {
            StudyBuild build = OdmMetadataReader.read(in, "bundled").build().orElseThrow();
            for (OdmVersion version : OdmVersion.values()) {
                assertValid(written(build, version), version);
                assertReadsBack(build, version);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(OdmVersion.class)
    void everyFieldComesBack(OdmVersion version) throws IOException {
        StudyBuild whole = EverythingBuild.complete();
        assertReadsBack(whole, version);
    }

    @ParameterizedTest
    @CsvSource({
        "odm/odm13/cdisc_dave_5visit_multilang.xml",
        "odm/odm13/openedc_metadata.xml",
        "odm/odm13/leo_acrf_9form.xml",
        "odm/viedoc/viedoc_design_2022.xml",
        "odm/redcap/redcap_longitudinal_100subj.xml",
        "odm/redcap/isaric_setup_en.xml"
    })
    void filesOfOthersComeBackInBothVersions(String fixture) throws IOException {
        StudyBuild build = build(fixture);
        assertReadsBack(build, OdmVersion.V1_3_2);
        assertReadsBack(build, OdmVersion.V2_0);
    }

    private static byte[] rewritten(Path source, OdmVersion version) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(source)) {
            Copier copier = new Copier(out, version);
            OdmClinicalDataReader.read(in, copier);
            copier.close();
        }
        return out.toByteArray();
    }

    /** Writes what is read, participant by participant. */
    private static final class Copier implements ClinicalDataHandler {
        private final ByteArrayOutputStream out;
        private final OdmVersion version;
        private Optional<OdmClinicalDataWriter> writer = Optional.empty();

        Copier(ByteArrayOutputStream out, OdmVersion version) {
            this.out = out;
            this.version = version;
        }

        private interface Step {
            void run(OdmClinicalDataWriter writer) throws IOException;
        }

        private void write(Step step) {
            try {
                step.run(writer.orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void file(FileHeader header) {
            try {
                writer = Optional.of(new OdmClinicalDataWriter(out, version, header));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void adminData(AdminData adminData) {
            write(w -> w.adminData(adminData));
        }

        @Override
        public void subject(SubjectData subject) {
            write(w -> w.subject(subject));
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            assertThat(diagnostic.error()).as(diagnostic.toString()).isFalse();
        }

        void close() throws IOException {
            writer.orElseThrow().close();
        }
    }

    /** Records without the places they were read at. */
    private static List<String> content(Recording recording) {
        return recording.subjects.stream()
                .map(s -> s.toString().replaceAll("line=\\d+, column=\\d+", ""))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @ParameterizedTest
    @CsvSource({
        "lzzt/lzzt-clinical-data-20.xml, V1_3_2",
        "lzzt/lzzt-clinical-data-20.xml, V2_0",
        "lzzt/lzzt-corrections.xml, V1_3_2",
        "lzzt/lzzt-corrections.xml, V2_0"
    })
    void dataOfLzztAreValidAndComeBackAsTheyWere(String fixture, OdmVersion version) throws IOException {
        byte[] file = rewritten(Fixtures.path(fixture), version);
        assertValid(file, version);
        Recording before = Recording.of(Fixtures.path(fixture));
        Recording after = Recording.of(new String(file, UTF_8));
        assertThat(after.diagnostics).isEqualTo(before.diagnostics);
        assertThat(content(after)).isEqualTo(content(before));
        if (version == OdmVersion.V1_3_2) {
            assertThat(after.adminData).isEqualTo(before.adminData);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "odm/odm13/sas_cst_odm132_full.xml, V1_3_2",
        "odm/odm13/sas_cst_odm132_full.xml, V2_0",
        "odm/odm13/rave_clinical_audit_records_1113.xml, V1_3_2",
        "odm/odm13/odmxmltools_test.xml, V1_3_2",
        "odm/odm13/openedc_clinicaldata_90subj.xml, V2_0"
    })
    void auditRecordsSignaturesAndAnnotationsOfOthersComeBack(String fixture, OdmVersion version) throws IOException {
        Recording before = Recording.of(Fixtures.path(fixture));
        Recording after = Recording.of(new String(rewritten(Fixtures.path(fixture), version), UTF_8));
        assertThat(content(after)).isEqualTo(content(before));
    }

    @Test
    void charactersOfEveryKindComeBack() throws IOException {
        String xml = "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" ODMVersion=\"1.3.2\" FileType=\"Snapshot\""
                + " FileOID=\"F\" CreationDateTime=\"2026-01-01T00:00:00Z\"><ClinicalData StudyOID=\"S\""
                + " MetaDataVersionOID=\"V\"><SubjectData SubjectKey=\"Пациент 1\"><StudyEventData"
                + " StudyEventOID=\"SE\"><FormData FormOID=\"F\"><ItemGroupData ItemGroupOID=\"IG\"><ItemData"
                + " ItemOID=\"A\" Value=\"高血圧 &lt;&amp;&quot; 1,5&#xa;line&#x9;tab \uD83D\uDC89\"/><ItemData"
                + " ItemOID=\"B\" IsNull=\"Yes\"/></ItemGroupData></FormData></StudyEventData></SubjectData>"
                + "</ClinicalData></ODM>";
        Recording before = Recording.of(xml);
        for (OdmVersion version : OdmVersion.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OdmClinicalDataWriter writer = new OdmClinicalDataWriter(out, version, HEADER)) {
                for (SubjectData subject : before.subjects) {
                    writer.subject(subject);
                }
            }
            assertValid(out.toByteArray(), version);
            assertThat(content(Recording.of(out.toString(UTF_8)))).isEqualTo(content(before));
        }
    }
}
