package org.indelible.protocols.odm;

import java.util.Map;

/** Where each definition stands in the file it was read from. */
public record SourceMap(Map<Definition, Position> positions) {
    public static final SourceMap NONE = new SourceMap(Map.of());

    /** OIDs are unique among the elements of one name only. */
    public record Definition(String element, String oid) {}

    public SourceMap {
        positions = Map.copyOf(positions);
    }

    public Position of(String element, String oid) {
        return positions.getOrDefault(new Definition(element, oid), Position.NONE);
    }
}
