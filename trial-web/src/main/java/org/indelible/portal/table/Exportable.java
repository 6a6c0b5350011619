package org.indelible.portal.table;

import java.util.List;
import java.util.stream.Stream;

/** A list on the model of a page that {@code ?export=<id>} gives as CSV: all its rows as filtered, none that the viewer may not see. */
public interface Exportable {
    String id();

    /** Message keys of the columns. */
    List<String> labels();

    Stream<List<String>> exported();
}
