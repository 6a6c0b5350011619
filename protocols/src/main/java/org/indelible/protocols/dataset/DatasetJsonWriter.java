package org.indelible.protocols.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Streams one dataset as Dataset-JSON 1.1, in either representation and in the order of attributes that its specification recommends. Nothing
 * is kept in memory; {@link #close} completes the dataset and leaves the stream open.
 */
public final class DatasetJsonWriter implements AutoCloseable {
    private static final String VERSION = "1.1.0";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .rootValueSeparator("\n")
            .build();

    private final JsonGenerator json;
    private final DatasetFormat format;
    private final DatasetHeader header;
    private final Dataset dataset;
    private final long records;
    private long written;

    /** @param records the number of rows that will follow */
    public DatasetJsonWriter(
            OutputStream out, DatasetFormat format, DatasetHeader header, Dataset dataset, long records)
            throws IOException {
        this.json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
        this.format = format;
        this.header = header;
        this.dataset = dataset;
        this.records = records;
        run(this::start);
    }

    public void row(DatasetRow row) throws IOException {
        written++;
        run(() -> {
            json.writeStartArray();
            for (Column column : dataset.columns()) {
                cell(column, row);
            }
            json.writeEndArray();
        });
    }

    /** @throws IllegalStateException where not as many rows were written as the dataset states */
    @Override
    public void close() throws IOException {
        run(() -> {
            if (format == DatasetFormat.JSON) {
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeRaw('\n');
            json.close();
        });
        if (written != records) {
            throw new IllegalStateException(dataset.name() + " states " + records + " rows and has " + written + ".");
        }
    }

    private void start() {
        json.writeStartObject();
        json.writeStringProperty("datasetJSONCreationDateTime", header.created().toString());
        json.writeStringProperty("datasetJSONVersion", VERSION);
        json.writeStringProperty("fileOID", header.fileOid() + "/" + dataset.name());
        json.writeStringProperty("originator", header.originator());
        json.writeObjectPropertyStart("sourceSystem");
        json.writeStringProperty("name", DatasetHeader.SYSTEM);
        json.writeStringProperty("version", header.systemVersion());
        json.writeEndObject();
        json.writeStringProperty("studyOID", header.studyOid());
        json.writeStringProperty("metaDataVersionOID", header.metaDataVersionOid());
        json.writeStringProperty("metaDataRef", DatasetHeader.METADATA_REF);
        json.writeStringProperty("itemGroupOID", dataset.itemGroupOid());
        json.writeNumberProperty("records", records);
        json.writeStringProperty("name", dataset.name());
        json.writeStringProperty("label", dataset.label());
        json.writeArrayPropertyStart("columns");
        dataset.columns().forEach(this::column);
        json.writeEndArray();
        if (format == DatasetFormat.JSON) {
            json.writeArrayPropertyStart("rows");
        } else {
            json.writeEndObject();
        }
    }

    private void column(Column column) {
        json.writeStartObject();
        json.writeStringProperty("itemOID", column.itemOid());
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("label", column.label());
        json.writeStringProperty("dataType", column.type().word());
        column.type().target().ifPresent(target -> json.writeStringProperty("targetDataType", target));
        column.length().ifPresent(length -> json.writeNumberProperty("length", length));
        column.keySequence().ifPresent(sequence -> json.writeNumberProperty("keySequence", sequence));
        json.writeEndObject();
    }

    private void cell(Column column, DatasetRow row) {
        switch (column.content()) {
            case Column.Place place -> text(ColumnType.STRING, place.key().of(row, header.studyOid()));
            case Column.Values values ->
                text(column.type(), of(row, values.item()).flatMap(Cell::text));
            case Column.Units units ->
                text(ColumnType.STRING, of(row, units.item()).flatMap(Cell::unit));
            case Column.Missing missing -> text(ColumnType.STRING, missing(row));
        }
    }

    private static Optional<Cell> of(DatasetRow row, String item) {
        return Optional.ofNullable(row.cells().get(item));
    }

    /** Missing values are null (Dataset-JSON 1.1, Row Data). */
    private void text(ColumnType type, Optional<String> text) {
        text.ifPresentOrElse(present -> type.write(present, json), json::writeNull);
    }

    private Optional<String> missing(DatasetRow row) {
        String all = dataset.columns().stream()
                .flatMap(column -> column.content() instanceof Column.Values values
                        ? of(row, values.item()).flatMap(Cell::missing).map(why -> column.name() + "=" + why).stream()
                        : Stream.empty())
                .collect(Collectors.joining("; "));
        return Optional.of(all).filter(text -> !text.isEmpty());
    }

    private static void run(Runnable step) throws IOException {
        try {
            step.run();
        } catch (JacksonException e) {
            throw new IOException(e);
        }
    }
}
