package org.indelible.anchoring.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements on a connection, always with bound parameters. Arrays of Java become arrays of PostgreSQL. */
public final class Sql {
    private Sql() {}

    public static <T> List<T> list(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = bind(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(mapper.map(rows));
            }
            return result;
        }
    }

    public static <T> Optional<T> first(
            Connection connection, String sql, RowMapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = bind(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty();
        }
    }

    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = bind(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement for its effect and drops what it returns. */
    public static void call(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = bind(connection, sql, parameters)) {
            statement.execute();
        }
    }

    /** One of several statements that go to the server together. */
    public record Statement(String sql, RowReader reader, List<@Nullable Object> parameters) {
        public static Statement query(String sql, RowReader reader, @Nullable Object... parameters) {
            return new Statement(sql, reader, Arrays.asList(parameters));
        }

        public static Statement update(String sql, @Nullable Object... parameters) {
            return new Statement(sql, row -> {}, Arrays.asList(parameters));
        }
    }

    /**
     * Runs statements one after the other in one round trip. In READ COMMITTED each has a snapshot of its own, as if they had been sent
     * one by one.
     */
    public static void together(Connection connection, List<Statement> statements) throws SQLException {
        String sql = statements.stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        Object[] parameters = statements.stream()
                .flatMap(statement -> statement.parameters().stream())
                .toArray();
        try (PreparedStatement all = bind(connection, sql, parameters)) {
            boolean hasRows = all.execute();
            for (Statement statement : statements) {
                if (hasRows) {
                    readAll(all, statement.reader());
                }
                hasRows = all.getMoreResults();
            }
        }
    }

    private static void readAll(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /** A {@code timestamptz} column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static PreparedStatement bind(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            @Nullable Object parameter = parameters[i];
            statement.setObject(i + 1, parameter instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : parameter);
        }
        return statement;
    }
}
