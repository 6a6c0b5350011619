package org.indelible.anchoring.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose failures arrive as one exception type of its user's choice. */
public final class Database {
    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final DataSource dataSource;
    private final Function<SQLException, ? extends RuntimeException> failure;

    public Database(DataSource dataSource, Function<SQLException, ? extends RuntimeException> failure) {
        this.dataSource = dataSource;
        this.failure = failure;
    }

    /** Runs statements that each commit by themselves. */
    public <T> T withConnection(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            return work.run(connection);
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    /** Runs statements that commit together, each seeing what was committed before it began. */
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return Transactions.run(connection, work);
        } catch (SQLException e) {
            throw failure.apply(e);
        }
    }

    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return withConnection(connection -> Sql.list(connection, sql, mapper, parameters));
    }

    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return withConnection(connection -> Sql.first(connection, sql, mapper, parameters));
    }

    public int update(String sql, @Nullable Object... parameters) {
        return withConnection(connection -> Sql.update(connection, sql, parameters));
    }
}
