package org.indelible.protocols.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.protocols.testing.Fixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A dataset as anybody reads it back. */
record Written(JsonNode metadata, List<JsonNode> rows, String text) {
    static final DatasetHeader HEADER = new DatasetHeader(
            Instant.parse("2026-03-03T14:02:00Z"),
            "log.example/trial/600/640/root",
            "log.example",
            "1",
            "ST.1",
            "MDV.1");

    static Written of(DatasetFormat format, Dataset dataset, List<DatasetRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DatasetJsonWriter writer = new DatasetJsonWriter(out, format, HEADER, dataset, rows.size())) {
            for (DatasetRow row : rows) {
                writer.row(row);
            }
        }
        String text = out.toString(UTF_8);
        return format == DatasetFormat.JSON ? ofJson(text) : ofLines(text);
    }

    private static Written ofJson(String text) {
        JsonNode whole = JsonMapper.shared().readTree(text);
        ObjectNode metadata = ((ObjectNode) whole).deepCopy();
        metadata.remove("rows");
        return new Written(metadata, whole.get("rows").valueStream().toList(), text);
    }

    private static Written ofLines(String text) {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            lines.add(JsonMapper.shared().readTree(line));
        }
        return new Written(lines.getFirst(), lines.subList(1, lines.size()), text);
    }

    /** The cells of a row by the names of their columns; those without a value are left out. */
    Map<String, String> cells(int row) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < metadata.get("columns").size(); i++) {
            if (!rows.get(row).get(i).isNull()) {
                cells.put(column(i, "name"), rows.get(row).get(i).asString());
            }
        }
        return cells;
    }

    String column(int index, String attribute) {
        return metadata.get("columns").get(index).path(attribute).asString("");
    }

    /** Against the published schemas; that of NDJSON is UTF-16, and refers to a definition it has not at its root. */
    void assertValid(DatasetFormat format) throws IOException {
        JsonNode json = schema("dataset.schema.json", UTF_8);
        ObjectNode whole = ((ObjectNode) metadata).deepCopy();
        whole.putArray("rows").addAll(rows);
        assertThat(compiled(json).validate(whole.toString(), InputFormat.JSON)).isEmpty();
        if (format == DatasetFormat.NDJSON) {
            ObjectNode lines = (ObjectNode) schema("dataset-ndjson-schema.json", StandardCharsets.UTF_16);
            assertThat(compiled(at(lines, "DatasetMetadata")).validate(metadata.toString(), InputFormat.JSON))
                    .isEmpty();
            Schema row = compiled(at((ObjectNode) json, "Row"));
            assertThat(rows)
                    .allSatisfy(line -> assertThat(row.validate(line.toString(), InputFormat.JSON))
                            .isEmpty());
        }
    }

    private static JsonNode at(ObjectNode schema, String definition) {
        ObjectNode part = schema.objectNode();
        part.set("$schema", schema.get("$schema"));
        part.set("$defs", schema.get("$defs"));
        return part.put("$ref", "#/$defs/" + definition);
    }

    private static JsonNode schema(String file, Charset charset) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Fixtures.path("datasetjson/schema/" + file), charset));
    }

    private static Schema compiled(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(schema);
    }
}
