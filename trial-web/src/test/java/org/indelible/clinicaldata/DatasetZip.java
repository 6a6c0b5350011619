package org.indelible.clinicaldata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.indelible.anchoring.testing.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Exported datasets as anybody reads them back. */
record DatasetZip(Map<String, String> files, List<JsonNode> datasets) {
    private static final List<String> PLACE =
            List.of("SUBJID", "EVENTOID", "EVENTKEY", "FORMOID", "FORMKEY", "*", "GROUPKEY");

    static DatasetZip read(Path file) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        List<JsonNode> datasets = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".json")) {
                datasets.add(JsonMapper.shared().readTree(text));
            } else if (name.endsWith(".ndjson")) {
                datasets.add(joined(text));
            }
        });
        return new DatasetZip(files, datasets);
    }

    private static JsonNode joined(String lines) {
        List<JsonNode> read = Stream.of(lines.split("\n"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        ObjectNode dataset = (ObjectNode) read.getFirst();
        dataset.putArray("rows").addAll(read.subList(1, read.size()));
        return dataset;
    }

    void assertValid() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(Fixtures.path("datasetjson/schema/dataset.schema.json")));
        assertThat(datasets).isNotEmpty().allSatisfy(dataset -> {
            assertThat(schema.validate(dataset.toString(), InputFormat.JSON)).isEmpty();
            assertThat(dataset.get("rows").size())
                    .isEqualTo(dataset.get("records").asInt());
        });
    }

    /** All values: {@code subject|event|repeat|form|repeat|group|repeat|item|unit|value}, in order. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (JsonNode dataset : datasets) {
            for (Map<String, String> row : rows(dataset)) {
                StringBuilder place = new StringBuilder();
                PLACE.forEach(key -> place.append(
                                key.equals("*") ? dataset.get("itemGroupOID").asString() : row.getOrDefault(key, ""))
                        .append('|'));
                for (JsonNode column : variables(dataset)) {
                    String name = column.get("name").asString();
                    if (row.containsKey(name)) {
                        lines.add(place + column.get("itemOID").asString() + "|" + row.getOrDefault(name + "U", "")
                                + "|" + row.get(name));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    /** Cells by the names of their columns; those without a value are left out. */
    static List<Map<String, String>> rows(JsonNode dataset) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode row : dataset.get("rows")) {
            Map<String, String> cells = new TreeMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isNull()) {
                    cells.put(
                            dataset.get("columns").get(i).get("name").asString(),
                            row.get(i).asString());
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Columns that hold values of items. */
    static List<JsonNode> variables(JsonNode dataset) {
        return dataset.get("columns")
                .valueStream()
                .filter(column -> !column.get("itemOID").asString().startsWith("IT.")
                        && !column.get("label").asString().startsWith("Unit of "))
                .toList();
    }
}
