package org.indelible.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes in batches, many new rows of a table by {@code COPY}: first what opens, then what closes. That order is safe because a close spares rows of its own and of
 * later entries; only a {@link Change.SupersedeAll} has to see everything before it applied.
 */
final class ChangeWriter {
    private final Connection connection;
    private final String schema;
    private final Map<VersionedTable, List<Change.Open>> opens = new LinkedHashMap<>();
    private final Map<VersionedTable, List<Change.Close>> closes = new LinkedHashMap<>();

    /** @param schema {@code read}, or another with tables alike */
    ChangeWriter(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    void write(List<Change> changes) throws SQLException {
        for (Change change : changes) {
            switch (change) {
                case Change.Open open ->
                    opens.computeIfAbsent(open.table(), t -> new ArrayList<>()).add(open);
                case Change.Close close ->
                    closes.computeIfAbsent(close.table(), t -> new ArrayList<>())
                            .add(close);
                case Change.SupersedeAll all -> {
                    flush();
                    supersede(all);
                }
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        for (Map.Entry<VersionedTable, List<Change.Open>> entry : opens.entrySet()) {
            insert(
                    entry.getKey(),
                    entry.getValue().stream().map(ChangeWriter::row).toList());
        }
        for (Map.Entry<VersionedTable, List<Change.Close>> entry : closes.entrySet()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(entry.getKey().closeSql(schema))) {
                for (Change.Close close : entry.getValue()) {
                    List<@Nullable Object> values = new ArrayList<>();
                    values.add(close.at());
                    values.addAll(close.key());
                    values.add(close.at());
                    bind(statement, values);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        opens.clear();
        closes.clear();
    }

    private static List<@Nullable Object> row(Change.Open open) {
        List<@Nullable Object> row = new ArrayList<>(open.values());
        row.add(open.at());
        return row;
    }

    private void insert(VersionedTable table, List<List<@Nullable Object>> rows) throws SQLException {
        Optional<String> copied = rows.size() < CopiedRows.WORTH_IT ? Optional.empty() : CopiedRows.text(rows);
        if (copied.isPresent()) {
            List<String> columns = new ArrayList<>(table.columns());
            columns.add(table.since());
            CopiedRows.copy(connection, schema + '.' + table.name(), columns, copied.get());
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(table.insertSql(schema))) {
            for (List<@Nullable Object> row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void supersede(Change.SupersedeAll change) throws SQLException {
        VersionedTable table = change.table();
        List<String> key = table.columns().subList(0, table.keyLength());
        String holds =
                key.stream()
                                .limit(change.keyPrefix().size())
                                .map(c -> c + " = ?")
                                .collect(Collectors.joining(" and ")) + " and valid_to is null and valid_from < ? and "
                        + change.unless().column() + " <> ?";
        List<@Nullable Object> condition = new ArrayList<>(change.keyPrefix());
        condition.add(change.at());
        condition.add(change.unless().value());
        List<@Nullable Object> inserted = new ArrayList<>(change.values());
        inserted.add(change.at());
        inserted.addAll(condition);
        execute(
                "insert into " + schema + '.' + table.name() + " (" + String.join(", ", table.columns())
                        + ", valid_from) select "
                        + String.join(", ", key) + ", ?".repeat(change.values().size() + 1) + " from " + schema + '.'
                        + table.name() + " where " + holds,
                inserted);
        List<@Nullable Object> closed = new ArrayList<>();
        closed.add(change.at());
        closed.addAll(condition);
        execute("update " + schema + '.' + table.name() + " set valid_to = ? where " + holds, closed);
    }

    private void execute(String sql, List<@Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
