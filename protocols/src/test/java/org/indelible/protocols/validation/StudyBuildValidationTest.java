package org.indelible.protocols.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.indelible.protocols.bundled.BundledProtocols;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.testing.Lzzt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One defect put into a sound study is found at its definition, and the sound study is left in peace. */
@Tag("R46")
class StudyBuildValidationTest {
    private static String valid() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StudyBuildValidationTest.class.getResourceAsStream("/valid.xml"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<Diagnostic> findings(String xml) {
        OdmMetadata metadata = OdmMetadataReader.read(new ByteArrayInputStream(xml.getBytes(UTF_8)), "file");
        assertThat(metadata.build()).as(metadata.diagnostics().toString()).isPresent();
        return StudyBuildValidation.of(metadata.build().orElseThrow(), metadata.sources());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<FormRef FormOID=\"F.1\" OrderNumber=\"1\" Mandatory=\"Yes\"/> | | event-without-forms | SE.1",
                "<FormRef FormOID=\"F.1\" OrderNumber=\"1\" Mandatory=\"Yes\"/> | | unreachable | I.1",
                "<ItemGroupRef ItemGroupOID=\"IG.1\" OrderNumber=\"1\" Mandatory=\"Yes\"/> | | form-without-items |"
                        + " F.1",
                "<ItemRef ItemOID=\"I.2\" OrderNumber=\"2\" Mandatory=\"No\" MethodOID=\"M.1\"/> | | unreachable | I.2",
                "<ItemRef ItemOID=\"I.2\" OrderNumber=\"2\" Mandatory=\"No\" MethodOID=\"M.1\"/> | |"
                        + " condition-reads-elsewhere | C.1",
                "<ItemRef ItemOID=\"I.2\" OrderNumber=\"2\" Mandatory=\"No\" MethodOID=\"M.1\"/> | | unused | M.1",
                "</RangeCheck> | </RangeCheck><RangeCheck Comparator=\"LT\""
                        + " SoftHard=\"Soft\"><CheckValue>80</CheckValue></RangeCheck> | contradictory-range | I.1",
                "</RangeCheck> | </RangeCheck><RangeCheck Comparator=\"LE\""
                        + " SoftHard=\"Hard\"><CheckValue>999</CheckValue></RangeCheck> | check-never-fires | I.1",
                "</RangeCheck> | </RangeCheck><RangeCheck Comparator=\"GE\""
                        + " SoftHard=\"Hard\"><CheckValue>90</CheckValue></RangeCheck> | check-never-fires | I.1",
                "<CodeListRef CodeListOID=\"CL.1\"/> | <RangeCheck Comparator=\"IN\""
                        + " SoftHard=\"Soft\"><CheckValue>L</CheckValue></RangeCheck><CodeListRef CodeListOID=\"CL.1\"/> |"
                        + " check-never-fires | I.2",
                "CodedValue=\"L\" | CodedValue=\"LEFT\" | code-longer-than-item | I.2",
                "<TranslatedText>Left</TranslatedText> | <TranslatedText xml:lang=\"de\">Links</TranslatedText> |"
                        + " missing-translation | I.1",
                "<TranslatedText>Left</TranslatedText> | <TranslatedText xml:lang=\"de\">Links</TranslatedText> |"
                        + " missing-translation | CL.1",
                "</StudyEventDef> | <Alias Context=\"visit-window\""
                        + " Name=\"anchor=SE.9/F.1/IG.1/I.1;item=I.1;target=P1D\"/></StudyEventDef> |"
                        + " window-without-anchor | SE.1",
                "</StudyEventDef> | <Alias Context=\"visit-window\""
                        + " Name=\"anchor=SE.1/F.1/IG.1/I.1;item=I.9;target=P1D\"/></StudyEventDef> | window-without-date"
                        + " | SE.1",
                "ARM == \"L\" | ARM == | bad-expression | C.1",
                "ARM == \"L\" | SYSBP == 1 | cyclic-condition | I.1"
            })
    void findsTheDefectAtItsDefinition(String sound, String defect, String code, String oid) throws IOException {
        String xml = valid().replace(sound, defect == null ? "" : defect);
        assertThat(xml).isNotEqualTo(valid());
        assertThat(findings(xml)).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.oid()).isEqualTo(oid);
            assertThat(finding.line()).isPositive();
            assertThat(finding.cure()).endsWith(".");
        });
    }

    @Test
    void aSoundStudyIsLeftInPeace() throws IOException {
        assertThat(findings(valid())).extracting(Diagnostic::code).containsOnly("no-question");
    }

    @ParameterizedTest
    @EnumSource(BundledProtocols.class)
    void ofTheBundledProtocolsOnlyEventsAreNotTranslated(BundledProtocols protocol) throws IOException {
        try (InputStream in = protocol.open()) {
            assertThat(StudyBuildValidation.of(
                            OdmMetadataReader.read(in, "bundled").build().orElseThrow()))
                    .allMatch(d -> d.code().equals("missing-translation")
                            && String.valueOf(d.oid()).startsWith("SE."));
        }
    }

    @Test
    void lzztHasNoErrorAndWhatIsSaidOfItIsTrue() {
        List<Diagnostic> findings = StudyBuildValidation.of(
                Lzzt.metadata("lzzt-protocol-v1.xml").build().orElseThrow());
        assertThat(findings).isEmpty();
    }
}
