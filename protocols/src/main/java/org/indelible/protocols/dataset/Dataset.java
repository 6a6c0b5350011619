package org.indelible.protocols.dataset;

import java.util.List;

/** A table of the instances of one item group. */
public record Dataset(String itemGroupOid, String name, String label, List<Column> columns) {
    public Dataset {
        columns = List.copyOf(columns);
    }

    public String fileName(DatasetFormat format) {
        return name + "." + format.code();
    }
}
