package org.indelible.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An acknowledged event must survive a power cut, which PostgreSQL promises with these settings only. */
final class DurabilityCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int OLDEST_VERSION = 15;

    private DurabilityCheck() {}

    static void requireDurable(Connection connection) throws SQLException {
        for (String setting : SETTINGS) {
            if (off(connection, setting)) {
                throw new StartRefused(
                        "The embedded PostgreSQL runs with " + setting + " = off.",
                        "Somebody changed it by ALTER SYSTEM: remove it from postgresql.auto.conf.");
            }
        }
    }

    /** An external server is its administrator's business: said, not refused. */
    static void inspectExternal(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StartRefused(
                    "INDELIBLE_DB_URL leads to PostgreSQL " + version + ".", "PostgreSQL 15 or later is needed.");
        }
        for (String setting : SETTINGS) {
            if (off(connection, setting)) {
                LOG.warn(
                        "The external PostgreSQL runs with {} = off: a power cut may lose acknowledged events.",
                        setting);
            }
        }
    }

    private static boolean off(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW " + setting)) {
            return result.next() && result.getString(1).equals("off");
        }
    }
}
