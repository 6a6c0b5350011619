package org.indelible.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.indelible.anchoring.ledger.LedgerStore;

/**
 * A table of schema {@code read} as the database describes it. Its names come from the catalogue, never from outside.
 *
 * @param key columns of the primary key
 * @param since column of the leaf index from which a row holds
 */
record ReadTable(String name, List<String> key, String since) {
    /** Every table with rows that hold from a leaf index on: the last column of its primary key. */
    private static final String ALL = """
            select c.relname, array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) as key
            from pg_class c
            join pg_index i on i.indrelid = c.oid and i.indisprimary
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
            where c.relnamespace = 'read'::regnamespace and c.relkind = 'r'
              and exists (select from pg_attribute f where f.attrelid = c.oid and f.attname in ('valid_from', 'leaf_index'))
            group by c.relname order by c.relname
            """;

    ReadTable {
        key = List.copyOf(key);
    }

    /** @param shown whether the row stands in the read models, rather than being missing there */
    record Difference(String key, long entry, boolean shown) {}

    static List<ReadTable> all(Connection connection) throws SQLException {
        List<ReadTable> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                List<String> key = List.of((String[]) rows.getArray("key").getArray());
                tables.add(new ReadTable(rows.getString("relname"), key, key.getLast()));
            }
        }
        return tables;
    }

    /** The last position projected, in the snapshot of the connection's transaction. */
    static long progress(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select position from read.progress")) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    void createEmptyCopy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table " + name + " (like read." + name + ") on commit drop");
        }
    }

    List<Difference> differences(Connection connection, String ledger, Set<Long> entries) throws SQLException {
        if (ofPlatform() && !ledger.equals(LedgerStore.PLATFORM)) {
            return List.of();
        }
        String ofEntries = ofLedger() + since + " = any (?)";
        String sql = """
                select concat_ws('/', %1$s) as key, %2$s as entry, true as shown from (
                    select * from read.%3$s where %4$s except select * from pg_temp.%3$s) x
                union all
                select concat_ws('/', %1$s), %2$s, false from (
                    select * from pg_temp.%3$s except select * from read.%3$s where %4$s) y
                """.formatted(String.join(", ", key), since, name, ofEntries);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (int side = 0; side < 2; side++) {
                if (!ofLedger().isEmpty()) {
                    statement.setString(next++, ledger);
                }
                statement.setArray(next++, connection.createArrayOf("bigint", entries.toArray()));
            }
            return read(statement);
        }
    }

    /** Rows that name an entry which the ledger does not have; a hundred at most. */
    List<Difference> orphans(Connection connection, String ledger) throws SQLException {
        if (ofPlatform() && !ledger.equals(LedgerStore.PLATFORM)) {
            return List.of();
        }
        String sql = """
                select concat_ws('/', %1$s) as key, %2$s as entry, true as shown from read.%3$s r
                where %4$s not exists (select from ledger.entry e where e.ledger = ? and e.leaf_index = r.%2$s)
                order by %2$s limit 100
                """.formatted(String.join(", ", key), since, name, ofLedger());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, ledger);
            if (!ofLedger().isEmpty()) {
                statement.setString(2, ledger);
            }
            return read(statement);
        }
    }

    private static List<Difference> read(PreparedStatement statement) throws SQLException {
        List<Difference> differences = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                differences.add(new Difference(rows.getString("key"), rows.getLong("entry"), rows.getBoolean("shown")));
            }
        }
        return differences;
    }

    /** Tables of the platform name no ledger; the others name theirs in the first column of the key. */
    private boolean ofPlatform() {
        return key.getFirst().equals("account");
    }

    private String ofLedger() {
        return ofPlatform() ? "" : key.getFirst() + " = ? and ";
    }
}
