package org.indelible.protocols.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.protocols.build.DataType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Tag("R43")
class DatasetJsonWriterTest {
    private static final String CJK = "血压 “高”\n\t\\ \"é\" 𝒳 \u0001 </script>";

    @ParameterizedTest
    @EnumSource(DatasetFormat.class)
    void everythingIsThereAndValid(DatasetFormat format) throws IOException {
        Dataset dataset = Builds.dataset(
                Builds.item("I.TEXT", "TEXT", DataType.TEXT, "MU.1"), Builds.item("I.AGE", "AGE", DataType.INTEGER));
        Written written = Written.of(
                format,
                dataset,
                List.of(
                        row(Map.of("I.TEXT", cell(CJK, "mmHg"), "I.AGE", cell("64"))),
                        row(Map.of("I.TEXT", missing("erased"), "I.AGE", missing("not-done"))),
                        row(Map.of("I.TEXT", cell("")))));

        written.assertValid(format);
        assertThat(written.metadata().propertyNames())
                .containsExactly(
                        "datasetJSONCreationDateTime",
                        "datasetJSONVersion",
                        "fileOID",
                        "originator",
                        "sourceSystem",
                        "studyOID",
                        "metaDataVersionOID",
                        "metaDataRef",
                        "itemGroupOID",
                        "records",
                        "name",
                        "label",
                        "columns");
        assertThat(written.metadata().get("fileOID").asString()).isEqualTo("log.example/trial/600/640/root/IG_1");
        assertThat(written.metadata().get("records").asInt()).isEqualTo(3);
        assertThat(written.cells(0))
                .containsOnly(
                        entry("STUDYID", "ST.1"),
                        entry("SITEID", "701"),
                        entry("SUBJID", "701-001"),
                        entry("EVENTOID", "SE.1"),
                        entry("FORMOID", "F.1"),
                        entry("GROUPKEY", "2"),
                        entry("TEXT", CJK),
                        entry("TEXTU", "mmHg"),
                        entry("AGE", "64"));
        assertThat(written.cells(1))
                .containsEntry("NOVALUE", "TEXT=erased; AGE=not-done")
                .doesNotContainKeys("TEXT");
        assertThat(written.cells(2)).containsEntry("TEXT", "").doesNotContainKeys("AGE", "NOVALUE");
    }

    @ParameterizedTest
    @EnumSource(DatasetFormat.class)
    void aDatasetWithoutRowsIsValid(DatasetFormat format) throws IOException {
        Written written = Written.of(format, Builds.dataset(Builds.item("I.1", "A", DataType.TEXT)), List.of());

        written.assertValid(format);
        assertThat(written.rows()).isEmpty();
        assertThat(written.metadata().get("records").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 42, 42, integer, ''",
        "INTEGER, -7, -7, integer, ''",
        "INTEGER, 007, '\"007\"', integer, ''",
        "INTEGER, 12345678901234567890, '\"12345678901234567890\"', integer, ''",
        "INTEGER, 12a, '\"12a\"', integer, ''",
        "FLOAT, 1.50, '\"1.50\"', decimal, decimal",
        "DOUBLE, 0.1000000000000000055511151231257827, '\"0.1000000000000000055511151231257827\"', decimal, decimal",
        "BOOLEAN, true, true, boolean, ''",
        "BOOLEAN, 1, '\"1\"', boolean, ''",
        "DATE, 2026-03-03, '\"2026-03-03\"', date, ''",
        "TIME, 14:02, '\"14:02\"', time, ''",
        "DATETIME, 2026-03-03T14:02:00Z, '\"2026-03-03T14:02:00Z\"', datetime, ''",
        "PARTIAL_DATE, 2026-03, '\"2026-03\"', string, ''",
        "INCOMPLETE_DATETIME, 2026---03T-:-:-, '\"2026---03T-:-:-\"', string, ''",
        "URI, https://example.org/, '\"https://example.org/\"', URI, ''",
        "TEXT, 12, '\"12\"', string, ''"
    })
    void valuesAreWrittenAsTheirTypeAsksAndNeverAltered(
            DataType type, String value, String json, String dataType, String target) throws IOException {
        Written written = Written.of(
                DatasetFormat.JSON,
                Builds.dataset(Builds.item("I.1", "A", type)),
                List.of(row(Map.of("I.1", cell(value)))));

        written.assertValid(DatasetFormat.JSON);
        int column = Key.values().length;
        JsonNode cell = written.rows().getFirst().get(column);
        assertThat(cell.toString()).isEqualTo(json);
        assertThat(written.column(column, "dataType")).isEqualTo(dataType);
        assertThat(written.column(column, "targetDataType")).isEqualTo(target);
    }

    @Test
    void aDatasetThatStatesMoreRowsThanItHasIsNotCompletedInSilence() throws IOException {
        DatasetJsonWriter writer = new DatasetJsonWriter(
                new ByteArrayOutputStream(),
                DatasetFormat.JSON,
                Written.HEADER,
                Builds.dataset(Builds.item("I.1", "A", DataType.TEXT)),
                1);

        assertThatIllegalStateException().isThrownBy(writer::close).withMessageContaining("states 1 rows and has 0");
    }

    private static DatasetRow row(Map<String, Cell> cells) {
        return new DatasetRow(
                "701", "701-001", "SE.1", Optional.empty(), "F.1", Optional.empty(), Optional.of("2"), cells);
    }

    private static Cell cell(String text) {
        return new Cell(Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static Cell cell(String text, String unit) {
        return new Cell(Optional.of(text), Optional.of(unit), Optional.empty());
    }

    private static Cell missing(String why) {
        return new Cell(Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
