package org.indelible.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.indelible.platform.StartRefused;
import org.postgresql.PGConnection;

/**
 * The database as files: a gzipped CSV for each table of the ledgers, the accounts and the key vault, as of one moment, while others may
 * go on writing. Read models are left out: they are made again. The vault's are in a directory of their own, to be kept apart.
 */
public final class DatabaseCopy {
    private static final String SUFFIX = ".csv.gz";
    private static final String HEAD = "ledger.log_head";

    private final DatabaseAccess access;

    DatabaseCopy(DatabaseAccess access) {
        this.access = access;
    }

    /** Writes the files; returns the number of rows. The vault comes last: it holds every key that the copied ledgers need. */
    public long save(Path directory) {
        try {
            return save(access.url(), access.application(), directory.resolve("database"), "ledger", "app")
                    + save(access.vaultUrl(), access.vault(), directory.resolve("vault"), "vault");
        } catch (SQLException e) {
            throw Connections.refusal(access.url(), e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The backup cannot be written to " + directory + ": " + e,
                    "Name an empty directory with free space.",
                    e);
        }
    }

    private static long save(String url, Credentials user, Path directory, String... schemas)
            throws SQLException, IOException {
        Files.createDirectories(directory);
        long rows = 0;
        try (Connection connection = Connections.open(url, user)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : tables(connection, schemas)) {
                try (OutputStream file =
                        new GZIPOutputStream(Files.newOutputStream(directory.resolve(table + SUFFIX)))) {
                    rows += connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy " + table + " to stdout (format csv, header)", file);
                }
            }
        }
        return rows;
    }

    /** Tables that this role may read, which leaves out the histories of migrations. */
    private static List<String> tables(Connection connection, String... schemas) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('"
                                + String.join("', '", schemas)
                                + "') and tablename <> 'flyway_schema_history' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** Reads the files into a database that has no entries yet, as the owner of its tables; all of it or nothing. */
    void load(Path directory) {
        try {
            load(access.url(), access.owner(), directory.resolve("database"));
            load(access.vaultUrl(), access.vaultOwner(), directory.resolve("vault"));
        } catch (SQLException e) {
            throw new StartRefused(
                    "The backup in " + directory + " cannot be loaded: " + e.getMessage(),
                    "Restore with the version of Indelible that wrote it, into an empty database.",
                    e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The backup in " + directory + " cannot be read: " + e, "Name the directory of a backup.", e);
        }
    }

    private static void load(String url, Credentials owner, Path directory) throws SQLException, IOException {
        try (Connection connection = Connections.open(url, owner);
                Stream<Path> files = Files.list(directory)) {
            connection.setAutoCommit(false);
            for (Path file : files.sorted().toList()) {
                String table = file.getFileName().toString().replace(SUFFIX, "");
                requireEmpty(connection, table);
                loadTable(connection, table, file);
                numberOn(connection, table);
            }
            connection.commit();
        }
    }

    private static void requireEmpty(Connection connection, String table) throws SQLException {
        String question = table.equals(HEAD) ? "next_position > 0" : "true";
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select exists (select from " + table + " where " + question + ")")) {
            if (row.next() && row.getBoolean(1)) {
                throw new StartRefused(
                        "The database already holds data: table " + table + " is not empty.",
                        "Restore into an empty database; move the old one aside first.");
            }
        }
    }

    /** Numbers that the database gives go on after those that were loaded. */
    private static void numberOn(Connection connection, String table) throws SQLException {
        List<String> numbered = new ArrayList<>();
        try (PreparedStatement columns = connection.prepareStatement(
                "select attname from pg_attribute where attrelid = ?::regclass and attidentity <> ''")) {
            columns.setString(1, table);
            try (ResultSet rows = columns.executeQuery()) {
                while (rows.next()) {
                    numbered.add(rows.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String column : numbered) {
                statement.execute("select setval(pg_get_serial_sequence('" + table + "', '" + column + "'), max("
                        + column + ")) from " + table + " having max(" + column + ") is not null");
            }
        }
    }

    private static void loadTable(Connection connection, String table, Path file) throws SQLException, IOException {
        if (!table.equals(HEAD)) {
            copyIn(connection, table, file);
            continueNumbers(connection, table);
            return;
        }
        // Its one row is there from the start and only ever moves forward.
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table restored_head (like " + HEAD + ") on commit drop");
            copyIn(connection, "restored_head", file);
            statement.execute("update " + HEAD + " set next_position = r.next_position from restored_head r"
                    + " where r.next_position > 0");
        }
    }

    /** Numbers that the database gives out itself go on after those that came back. */
    private static void continueNumbers(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attidentity <> ''")) {
            while (columns.next()) {
                String column = columns.getString(1);
                try (Statement next = connection.createStatement()) {
                    next.execute("select setval(pg_get_serial_sequence('" + table + "', '" + column
                            + "'), coalesce(max(" + column + "), 0) + 1, false) from " + table);
                }
            }
        }
    }

    private static void copyIn(Connection connection, String table, Path file) throws SQLException, IOException {
        try (InputStream rows = new GZIPInputStream(Files.newInputStream(file))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, header match)", rows);
        }
    }
}
