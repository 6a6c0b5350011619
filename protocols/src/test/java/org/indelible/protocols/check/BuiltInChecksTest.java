package org.indelible.protocols.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.OdmMetadataReader;
import org.indelible.protocols.odm.Severity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R46")
class BuiltInChecksTest {
    private static OdmMetadata metadata(String groups, String items) {
        String odm = """
                <ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" ODMVersion="1.3.2"><Study OID="S">
                <BasicDefinitions><MeasurementUnit OID="MU.C" Name="C"/><MeasurementUnit OID="MU.F" Name="F"/></BasicDefinitions>
                <MetaDataVersion OID="V" Name="V"><Protocol><StudyEventRef StudyEventOID="SE" Mandatory="Yes"/></Protocol>
                <StudyEventDef OID="SE" Name="Visit" Repeating="No" Type="Scheduled"><FormRef FormOID="F" Mandatory="Yes"/></StudyEventDef>
                <FormDef OID="F" Name="Form" Repeating="No">
                <ItemGroupRef ItemGroupOID="G" Mandatory="Yes"/><ItemGroupRef ItemGroupOID="R" Mandatory="No"/></FormDef>
                %s
                %s
                </MetaDataVersion></Study></ODM>""".formatted(groups, items);
        return OdmMetadataReader.read(new ByteArrayInputStream(odm.getBytes(UTF_8)), "test");
    }

    private static final String GROUPS = """
            <ItemGroupDef OID="G" Name="Group" Repeating="No"><ItemRef ItemOID="TEMP" Mandatory="No"/>
            <ItemRef ItemOID="SITE" Mandatory="Yes" CollectionExceptionConditionOID="C.NOTEMP"/>
            <ItemRef ItemOID="DAY" Mandatory="No"/></ItemGroupDef>
            <ItemGroupDef OID="R" Name="Rows" Repeating="Yes"><ItemRef ItemOID="N" Mandatory="Yes"/>
            <ItemRef ItemOID="NOTE" Mandatory="Yes" CollectionExceptionConditionOID="C.SMALL"/>
            <ItemRef ItemOID="OTHER" Mandatory="Yes" CollectionExceptionConditionOID="C.JS"/></ItemGroupDef>
            """;
    private static final String ITEMS = """
            <ItemDef OID="TEMP" Name="TEMP" DataType="float" Length="5">
            <MeasurementUnitRef MeasurementUnitOID="MU.C"/><MeasurementUnitRef MeasurementUnitOID="MU.F"/>
            <RangeCheck Comparator="LE" SoftHard="Hard"><CheckValue>42</CheckValue><MeasurementUnitRef MeasurementUnitOID="MU.C"/>
            <ErrorMessage><TranslatedText xml:lang="en">Too hot</TranslatedText><TranslatedText xml:lang="de">Zu heiß</TranslatedText></ErrorMessage></RangeCheck>
            </ItemDef>
            <ItemDef OID="SITE" Name="SITE" DataType="text" Length="4"><CodeListRef CodeListOID="CL"/></ItemDef>
            <ItemDef OID="DAY" Name="DAY" DataType="partialDate"><RangeCheck Comparator="GE" SoftHard="Soft"><CheckValue>2014-06-01</CheckValue></RangeCheck></ItemDef>
            <ItemDef OID="N" Name="N" DataType="integer"/><ItemDef OID="NOTE" Name="NOTE" DataType="text"/>
            <ItemDef OID="OTHER" Name="OTHER" DataType="text"/>
            <CodeList OID="CL" Name="Places" DataType="text"><EnumeratedItem CodedValue="EAR"/></CodeList>
            <ConditionDef OID="C.NOTEMP" Name="c"><FormalExpression Context="CEL">TEMP == null</FormalExpression></ConditionDef>
            <ConditionDef OID="C.SMALL" Name="c"><FormalExpression Context="CEL">N &lt; 10 &amp;&amp; unit(TEMP) == "C"</FormalExpression></ConditionDef>
            <ConditionDef OID="C.JS" Name="c"><FormalExpression Context="js">return false</FormalExpression></ConditionDef>
            """;

    private static final CompiledBuild BUILD =
            ExpressionCompiler.compile(metadata(GROUPS, ITEMS).build().orElseThrow());

    private static Stream<String> ids(Map<String, ItemValue> group, List<Map<String, ItemValue>> rows) {
        List<GroupContent> groups = Stream.concat(
                        Stream.of(new GroupContent("G", "1", group)),
                        rows.stream().map(row -> new GroupContent("R", "k" + rows.indexOf(row), row)))
                .toList();
        return BuiltInChecks.evaluate(BUILD, new FormContent("SE", "F", groups)).stream()
                .map(f -> f.checkId() + (f.fires() ? "" : "?"));
    }

    @Test
    void whatFitsLeavesNoFinding() {
        assertThat(ids(Map.of("TEMP", ItemValue.of("37.0", "MU.C"), "SITE", ItemValue.of("EAR")), List.of()))
                .isEmpty();
    }

    @Test
    void rangeAppliesToItsUnitOnlyAndIsUndecidableWithoutOne() {
        Map<String, ItemValue> site = Map.of("SITE", ItemValue.of("EAR"));
        assertThat(ids(with(site, "TEMP", ItemValue.of("98.6", "MU.F")), List.of()))
                .isEmpty();
        assertThat(ids(with(site, "TEMP", ItemValue.of("98.6", "MU.C")), List.of()))
                .containsExactly("range:TEMP:LE:42:MU.C");
        assertThat(ids(with(site, "TEMP", ItemValue.of("98.6")), List.of())).containsExactly("range:TEMP:LE:42:MU.C?");
        assertThat(ids(with(site, "TEMP", ItemValue.of("98.6", "MU.X")), List.of()))
                .containsExactly("unit:TEMP");
    }

    private static Map<String, ItemValue> with(Map<String, ItemValue> map, String oid, ItemValue value) {
        return Stream.concat(map.entrySet().stream(), Stream.of(Map.entry(oid, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void valueThatIsNotOfItsTypeIsCheckedNoFurther() {
        assertThat(ids(Map.of("TEMP", ItemValue.of("very hot"), "SITE", ItemValue.of("NOSE!")), List.of()))
                .containsExactly("type:TEMP", "skip:SITE:C.NOTEMP", "length:SITE", "code-list:SITE");
    }

    @Test
    void nullFlavourAnswersAMandatoryQuestion() {
        assertThat(ids(Map.of("TEMP", ItemValue.of("37")), List.of()))
                .containsExactly("range:TEMP:LE:42:MU.C?", "mandatory:SITE");
        assertThat(ids(Map.of("TEMP", ItemValue.of("37", "MU.F"), "SITE", ItemValue.nullFlavour()), List.of()))
                .isEmpty();
    }

    @Test
    void partialDateThatDoesNotSettleACheckDoesNotFire() {
        assertThat(ids(Map.of("DAY", ItemValue.of("2014")), List.of())).containsExactly("range:DAY:GE:2014-06-01?");
        assertThat(ids(Map.of("DAY", ItemValue.of("2013")), List.of())).containsExactly("range:DAY:GE:2014-06-01");
        assertThat(ids(Map.of("DAY", ItemValue.of("2015")), List.of())).isEmpty();
    }

    @Test
    void conditionsSeeTheirOwnRowAndTheFormAndSayWhereTheyCannotDecide() {
        Map<String, ItemValue> warm = Map.of("TEMP", ItemValue.of("37", "MU.C"), "SITE", ItemValue.of("EAR"));
        Map<String, ItemValue> small = Map.of("N", ItemValue.of("5"), "OTHER", ItemValue.of("x"));
        Map<String, ItemValue> large = Map.of("N", ItemValue.of("50"), "OTHER", ItemValue.of("x"));
        assertThat(ids(warm, List.of(small, large))).containsExactly("mandatory:NOTE");
        assertThat(ids(warm, List.of(Map.of("OTHER", ItemValue.of("x")))))
                .containsExactly("mandatory:N", "mandatory:NOTE?");
        assertThat(ids(warm, List.of(Map.of("N", ItemValue.of("5"))))).containsExactly("mandatory:OTHER?");
    }

    @Test
    void missingGroupAndMessagesInTheLanguageAskedFor() {
        FormContent empty = new FormContent("SE", "F", List.of());
        assertThat(BuiltInChecks.evaluate(BUILD, empty)).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(CheckKind.MANDATORY_GROUP);
            assertThat(f.groupKey()).isEmpty();
        });
        FormContent hot = new FormContent(
                "SE",
                "F",
                List.of(new GroupContent(
                        "G", "1", Map.of("TEMP", ItemValue.of("43", "MU.C"), "SITE", ItemValue.of("EAR")))));
        assertThat(BuiltInChecks.evaluate(BUILD, hot, "de")).singleElement().satisfies(f -> {
            assertThat(f.message()).isEqualTo("Zu heiß");
            assertThat(f.hard()).isTrue();
        });
    }

    @Test
    void expressionErrorsShowAtTheItemAndOtherLanguagesAreSaidNotToRun() {
        OdmMetadata metadata = metadata(
                GROUPS, ITEMS.replace("TEMP == null", "TEMPERATURE == null").replace("N &lt; 10", "N &lt; \"10\""));
        List<Diagnostic> diagnostics = ExpressionCompiler.compile(
                        metadata.build().orElseThrow(), metadata.sources())
                .diagnostics();
        assertThat(diagnostics.stream().map(d -> d.severity() + " " + d.code() + " " + d.oid()))
                .containsExactly(
                        "ERROR bad-expression C.NOTEMP",
                        "ERROR bad-expression C.SMALL",
                        Severity.INFO + " expression-not-executed C.JS");
        assertThat(diagnostics).allMatch(d -> d.line() > 15);
        assertThat(diagnostics.getFirst().message()).contains("TEMPERATURE");
    }
}
