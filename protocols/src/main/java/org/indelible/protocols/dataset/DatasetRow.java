package org.indelible.protocols.dataset;

import java.util.Map;
import java.util.Optional;

/**
 * An instance of an item group (ODM 1.3.2, 2.8).
 *
 * @param cells by OID of the item
 */
public record DatasetRow(
        String site,
        String participant,
        String event,
        Optional<String> eventKey,
        String form,
        Optional<String> formKey,
        Optional<String> groupKey,
        Map<String, Cell> cells) {
    public DatasetRow {
        cells = Map.copyOf(cells);
    }
}
