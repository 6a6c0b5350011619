package org.indelible.portal.table;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A list that is paged where it is stored: its rows are asked for when they are exported. */
public record Export(String id, List<String> labels, Supplier<Stream<List<String>>> rows) implements Exportable {
    @Override
    public Stream<List<String>> exported() {
        return rows.get();
    }
}
