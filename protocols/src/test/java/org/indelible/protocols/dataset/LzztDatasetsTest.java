package org.indelible.protocols.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.ClinicalDataHandler;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.OdmClinicalDataReader;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.testing.Fixtures;
import org.indelible.protocols.testing.Lzzt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Twenty participants of a real trial: every value of the source is in the datasets once, and nothing else. */
@Tag("R43")
class LzztDatasetsTest {
    private final StudyBuild build =
            Lzzt.metadata("lzzt-protocol-v1.xml").build().orElseThrow();
    private final Map<String, List<DatasetRow>> rows = new LinkedHashMap<>();
    private final List<String> source = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(DatasetFormat.class)
    void valuesEqualTheSource(DatasetFormat format) throws IOException {
        read();
        List<String> found = new ArrayList<>();
        Datasets datasets = Datasets.of(List.of(build), List.of());
        for (Dataset dataset : datasets.all()) {
            List<DatasetRow> instances = rows.getOrDefault(dataset.itemGroupOid(), List.of());
            Written written = Written.of(format, dataset, instances);
            written.assertValid(format);
            assertThat(written.rows()).hasSameSizeAs(instances);
            assertThat(written.metadata().get("records").asInt()).isEqualTo(instances.size());
            written.rows().forEach(row -> found.addAll(values(dataset, row)));
        }

        assertThat(datasets.all()).extracting(Dataset::itemGroupOid).containsAll(rows.keySet());
        assertThat(source).hasSizeGreaterThan(1000);
        assertThat(found.stream().sorted().toList())
                .isEqualTo(source.stream().sorted().toList());
    }

    /** By place, with the unit; an item whose value and unit are missing is none. */
    private static List<String> values(Dataset dataset, JsonNode row) {
        StringBuilder place = new StringBuilder();
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> units = new HashMap<>();
        for (int i = 0; i < dataset.columns().size(); i++) {
            String text = row.get(i).isNull() ? "" : row.get(i).asString();
            switch (dataset.columns().get(i).content()) {
                case Column.Place key -> place.append(text).append('|');
                case Column.Values item -> {
                    if (!row.get(i).isNull()) {
                        values.put(item.item(), text);
                    }
                }
                case Column.Units item -> units.put(item.item(), text);
                case Column.Missing missing -> assertThat(text).isEmpty();
            }
        }
        return values.entrySet().stream()
                .map(value -> place + dataset.itemGroupOid() + "|" + value.getKey() + "|"
                        + units.getOrDefault(value.getKey(), "") + "|" + value.getValue())
                .toList();
    }

    private void read() throws IOException {
        try (InputStream in = Files.newInputStream(Fixtures.path("lzzt/lzzt-clinical-data-20.xml"))) {
            OdmClinicalDataReader.read(in, new ClinicalDataHandler() {
                @Override
                public void subject(SubjectData subject) {
                    add(subject);
                }

                @Override
                public void diagnostic(Diagnostic diagnostic) {
                    throw new AssertionError(diagnostic);
                }
            });
        }
    }

    private void add(SubjectData subject) {
        String site = subject.locationOid().orElseThrow();
        subject.studyEvents()
                .forEach(event -> event.forms()
                        .forEach(form -> form.itemGroups().forEach(group -> {
                            Map<String, Cell> cells = new HashMap<>();
                            group.items().forEach(item -> cells.put(item.oid(), cell(item)));
                            DatasetRow row = new DatasetRow(
                                    site,
                                    subject.subjectKey(),
                                    event.oid(),
                                    event.repeatKey(),
                                    form.oid(),
                                    form.repeatKey(),
                                    group.repeatKey(),
                                    cells);
                            rows.computeIfAbsent(group.oid(), oid -> new ArrayList<>())
                                    .add(row);
                            group.items().stream()
                                    .filter(item -> item.value().isPresent())
                                    .forEach(item -> source.add(place(row) + group.oid() + "|" + item.oid() + "|"
                                            + unit(item).orElse("") + "|"
                                            + item.value().orElseThrow()));
                        })));
    }

    private String place(DatasetRow row) {
        return String.join(
                        "|",
                        Stream.of(Key.values())
                                .map(key ->
                                        key.of(row, Written.HEADER.studyOid()).orElse(""))
                                .toList())
                + "|";
    }

    private Cell cell(ItemData item) {
        return new Cell(item.value(), unit(item), Optional.empty());
    }

    private Optional<String> unit(ItemData item) {
        return item.unitOid().flatMap(build::unit).map(unit -> unit.label("en"));
    }
}
