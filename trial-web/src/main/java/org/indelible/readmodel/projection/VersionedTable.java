package org.indelible.readmodel.projection;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of schema {@code read}. Its first columns are the key that tells things apart; the rows of one key are the versions of one
 * thing. {@code valid_from} and {@code valid_to} come last and are not listed.
 *
 * @param keyLength how many of the columns are the key
 * @param since column of the leaf index from which a row holds
 */
public record VersionedTable(String name, int keyLength, List<String> columns, String since) {
    public VersionedTable {
        columns = List.copyOf(columns);
    }

    public static Key table(String name) {
        return new Key(name, "valid_from");
    }

    /** Inserts a row that holds from a leaf index on. */
    String insertSql(String schema) {
        return "insert into " + schema + '.' + name + " (" + String.join(", ", columns) + ", " + since + ") values ("
                + "?, ".repeat(columns.size()) + "?)";
    }

    /**
     * Ends the row that holds. Rows of later entries may be there already when a whole batch was inserted before it is applied, hence
     * the second condition.
     */
    String closeSql(String schema) {
        return "update " + schema + '.' + name + " set valid_to = ? where "
                + columns.stream().limit(keyLength).map(c -> c + " = ?").collect(Collectors.joining(" and "))
                + " and valid_to is null and valid_from < ?";
    }

    /** A table whose columns are being named. */
    public record Key(String name, String since) {
        /** The leaf index stands in this column. */
        public Key since(String column) {
            return new Key(name, column);
        }

        public Columns key(String... columns) {
            return new Columns(name, List.of(columns), since);
        }
    }

    /** A table whose key is named. */
    public record Columns(String name, List<String> key, String since) {
        public VersionedTable columns(String... columns) {
            return new VersionedTable(
                    name,
                    key.size(),
                    Stream.concat(key.stream(), Stream.of(columns)).toList(),
                    since);
        }
    }
}
