package org.indelible.protocols.odm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.indelible.protocols.bench.GeneratedStudy;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.check.CheckFinding;
import org.indelible.protocols.check.CheckKind;
import org.indelible.protocols.check.ExpressionCompiler;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of a kind nobody has sent yet: other scripts and encodings, decimal commas, a thousand items, circles. */
@Tag("R46")
class UnseenFilesTest {
    private static StudyBuild read(byte[] file) {
        OdmMetadata metadata = OdmMetadataReader.read(new ByteArrayInputStream(file), "unseen");
        return metadata.build().orElseThrow(() -> new AssertionError(metadata.diagnostics()));
    }

    @ParameterizedTest
    @CsvSource({
        "Вопрос, windows-1251",
        "Вопрос, UTF-16",
        "質問, Shift_JIS",
        "质问, GB18030",
        "질문, EUC-KR",
        "Größe, ISO-8859-1",
        "שאלה, UTF-8"
    })
    void otherScriptsAreReadInTheEncodingTheFileDeclares(String word, String encoding) {
        String xml = new String(GeneratedStudy.odm(3, word), UTF_8)
                .replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");
        StudyBuild build = read(xml.getBytes(Charset.forName(encoding)));
        assertThat(build.studyName()).isEqualTo(word);
        assertThat(build.items().getFirst().question().in("en")).isEqualTo(word + " 0");
    }

    /** A comma is no decimal point in ODM: it is flagged and kept as it was typed, never read as another number. */
    @Test
    void aDecimalCommaIsFlagged() {
        StudyBuild build = read(GeneratedStudy.odm(1, "Question"));
        List<CheckFinding> findings = BuiltInChecks.evaluate(
                build,
                new FormContent(
                        "SE", "F.0", List.of(new GroupContent("IG.0", "", Map.of("I.0", ItemValue.of("37,5"))))));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(CheckKind.DATA_TYPE);
            assertThat(finding.message()).contains("37,5");
        });
    }

    @Test
    void aCheckValueWithADecimalCommaIsSaidToBeUndecidable() {
        String xml = new String(GeneratedStudy.odm(1, "Question"), UTF_8)
                .replace("<CheckValue>100</CheckValue>", "<CheckValue>37,5</CheckValue>");
        OdmMetadata metadata = OdmMetadataReader.read(new ByteArrayInputStream(xml.getBytes(UTF_8)), "unseen");
        assertThat(metadata.diagnostics()).extracting(Diagnostic::code).contains("bad-check-value");
    }

    @Test
    void aThousandItemsAndConditionsCompile() {
        StudyBuild build = read(GeneratedStudy.odm(1_112, "Question"));
        assertThat(build.conditions()).hasSizeGreaterThan(999);
        assertThat(ExpressionCompiler.compile(build).diagnostics()).isEmpty();
    }

    @Test
    void conditionsInACircleAreReadAndSaid() {
        String xml = new String(GeneratedStudy.odm(3, "Question"), UTF_8)
                .replaceFirst("N0 == 1.0 &amp;&amp; N0 &lt; 5.0", "N2 == 1.0")
                .replaceFirst("N0 == 1.0 &amp;&amp; N0 &lt; 5.0", "N1 == 1.0");
        assertThat(ExpressionCompiler.compile(read(xml.getBytes(UTF_8))).diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo("cyclic-condition"));
    }
}
