package org.indelible.protocols.itemlist;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.itemlist.ItemList.Outcome;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list is taken as a whole, or each cell that cannot be used is named and nothing is taken. */
@Tag("R46")
class ItemListTest {
    private static final BuildContent START = Design.blank("Study");
    private static final String SOUND = """
            form,Group,question,type,mandatory,codes,units,at least,at most,limits
            Vitals,Pressure,"Systolic, seated",integer,yes,,mmHg;kPa,60,250,hard
            Vitals,Pressure,Diastolic,integer,yes,,mmHg,,,
            History,,Smokes,text,no,Y = Yes; N = No,,,,
            History,,Drinks,text,no,Y = Yes; N = No,,,,
            """;

    private static Outcome read(String csv) {
        return ItemList.add(csv.getBytes(UTF_8), START);
    }

    @Test
    void aSoundListBecomesItemsOnForms() {
        BuildContent content = read(SOUND).content().orElseThrow();
        assertThat(content.forms()).extracting(form -> form.name()).containsExactly("Vitals", "History");
        assertThat(content.itemGroups()).extracting(group -> group.name()).containsExactly("Pressure", "History");
        assertThat(content.codeLists())
                .singleElement()
                .satisfies(list -> assertThat(list.entries())
                        .extracting(CodeListEntry::codedValue)
                        .containsExactly("Y", "N"));
        ItemDef systolic = content.items().getFirst();
        assertThat(systolic.label("en")).isEqualTo("Systolic, seated");
        assertThat(systolic.units()).hasSize(2);
        assertThat(systolic.rangeChecks()).hasSize(2).allMatch(RangeCheck::hard);
        assertThat(content.itemGroups().getFirst().itemRefs()).allMatch(Ref::mandatory);
        assertThat(StudyBuildValidation.of(StudyBuild.of(content))).noneMatch(finding -> finding.error());
    }

    @Test
    void separatorsAndMarksOfSpreadsheetsAreUnderstood() {
        assertThat(read("\uFEFFform;question;type\r\nВитальные;Давление;integer\r\n")
                        .content())
                .hasValueSatisfying(content ->
                        assertThat(content.items().getFirst().label("ru")).isEqualTo("Давление"));
        assertThat(read("form\tquestion\ttype\n生命体征\t血压\tinteger").content()).isPresent();
    }

    @Test
    void aWorkbookSaysTheSameAsText() throws IOException {
        List<List<String>> cells = SOUND.replace("\"Systolic, seated\"", "Systolic")
                .lines()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
        BuildContent ofText = read(SOUND.replace("\"Systolic, seated\"", "Systolic"))
                .content()
                .orElseThrow();
        BuildContent ofWorkbook =
                ItemList.add(Workbook.of(Workbook.rows(cells)), START).content().orElseThrow();
        assertThat(ofWorkbook).isEqualTo(ofText);
    }

    @Test
    void numbersSharedStringsAndGapsOfWorkbooksAreRead() throws IOException {
        byte[] workbook = Workbook.of(
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'><v>1</v></c><c r='D1' t='s'><v>2</v></c>"
                        + "<c r='F1' t='s'><v>3</v></c></row>"
                        + "<row r='4'><c r='A4' t='s'><v>4</v></c><c r='B4'/><c r='C4' t='s'><v>4</v></c><c r='D4' t='str'><v>integer</v></c>"
                        + "<c r='F4'><v>250</v></c></row>",
                "form",
                "question",
                "type",
                "at_most",
                "Weight");
        BuildContent content = ItemList.add(workbook, START).content().orElseThrow();
        assertThat(content.items().getFirst().rangeChecks().getFirst().values()).containsExactly("250");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    form,question\\nV,W                                  | 1 | type     | column-missing
                    form,question,type,colour\\nV,W,text,red             | 1 | colour   | column-unknown
                    form,question,type,Type\\nV,W,text,text              | 1 | Type     | column-twice
                    form,question,type\\nV,W,number                      | 2 | type     | type-unknown
                    form,question,type\\nV,W,text\\n,X,text              | 3 | form     | cell-empty
                    form,question,type\\nV,,text                         | 2 | question | cell-empty
                    form,question,type,Mandatory\\nV,W,text,perhaps      | 2 | Mandatory | not-yes-or-no
                    form,question,type,length\\nV,W,text,-1              | 2 | length   | not-a-number
                    form,question,type,length\\nV,W,text,0               | 2 | length   | number-out-of-range
                    form;question;type;at_most\\nV;W;float;37,5          | 2 | at_most  | limit-malformed
                    form,question,type,at_least\\nV,W,date,31.12.2026    | 2 | at_least | limit-malformed
                    form,question,type,limits\\nV,W,text,firm            | 2 | limits   | not-soft-or-hard
                    form,question,type,name\\nV,W,text,A\\nV,X,text,A    | 3 | name     | name-taken
                    form,question,type,codes\\nV,W,text,Y=Yes;Y=No       | 2 | codes    | code-twice
                    form,question,type\\nV,"W,text                       | 2 |          | quote-not-closed
                    form,question,type\\n                                | 0 |          | list-empty
                    """)
    void aCellThatCannotBeUsedIsNamed(String csv, int row, String column, String code) {
        Outcome outcome = read(csv.replace("\\n", "\n"));
        assertThat(outcome.content()).isEmpty();
        assertThat(outcome.findings()).anySatisfy(finding -> {
            assertThat(finding.row()).isEqualTo(row);
            assertThat(finding.column()).isEqualTo(column == null ? "" : column);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.cure()).isNotBlank();
        });
    }

    @Test
    void everyCellIsNamedAtOnce() {
        Outcome outcome = read("form,question,type,mandatory\nV,A,number,perhaps\nV,,text,yes\nV,C,text,yes\n");
        assertThat(outcome.findings()).hasSize(3);
        assertThat(outcome.content()).isEmpty();
    }

    @Test
    void aFormulaIsRefusedWithItsPlace() throws IOException {
        byte[] workbook = Workbook.of(
                Workbook.rows(List.of(List.of("form", "question", "type")))
                        + "<row r='2'><c r='A2' t='inlineStr'><is><t>V</t></is></c><c r='B2'><f>WEBSERVICE(\"http://example.org\")</f><v>1</v></c></row>");
        assertThat(ItemList.add(workbook, START).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("formula");
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.column()).isEqualTo("B");
        });
    }

    @Test
    void whatGrowsTooLargeIsRefused() throws IOException {
        byte[] bomb = new Workbook()
                .part("xl/worksheets/sheet1.xml", new byte[XlsxTable.LARGEST_EXPANDED + 1])
                .bytes();
        assertThat(bomb.length).isLessThan(1 << 20);
        assertRefused(bomb, "workbook-too-large");
        Workbook manyParts = new Workbook();
        for (int i = 0; i <= XlsxTable.MOST_PARTS; i++) {
            manyParts.part("xl/" + i + ".xml", "");
        }
        assertRefused(manyParts.bytes(), "workbook-too-large");
        assertRefused(
                ("form,question,type\n" + "V,W,text\n".repeat(ItemList.MOST_ROWS + 1)).getBytes(UTF_8),
                "too-many-rows");
        assertRefused(new byte[ItemList.LARGEST_FILE + 1], "list-too-large");
    }

    @Test
    void whatIsNoListIsRefused() throws IOException {
        assertRefused("form,question".getBytes(UTF_16LE), "column-unknown");
        assertRefused(new byte[] {(byte) 0xC3, (byte) 0x28, 10}, "not-utf-8");
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "old-excel");
        assertRefused(new Workbook().part("word/document.xml", "<w/>").bytes(), "workbook-broken");
        assertRefused(new byte[] {'P', 'K', 3, 4, 5, 6}, "workbook-broken");
        assertRefused(new byte[0], "list-empty");
        assertRefused(
                new Workbook()
                        .part("xl/workbook.xml", "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w>&x;</w>")
                        .bytes(),
                "workbook-broken");
        assertRefused(Workbook.of("<row><c t='s'><v>12</v></c></row>"), "workbook-broken");
    }

    private static void assertRefused(byte[] file, String code) {
        Outcome outcome = ItemList.add(file, START);
        assertThat(outcome.content()).isEmpty();
        assertThat(outcome.findings()).extracting(CellFinding::code).contains(code);
    }
}
