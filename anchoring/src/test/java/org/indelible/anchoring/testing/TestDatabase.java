package org.indelible.anchoring.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.indelible.anchoring.keys.JdbcKeyVault;
import org.indelible.anchoring.keys.KeyVault;

/**
 * A fresh database with the ledger's and the key vault's schemas, on a real PostgreSQL: the one of {@code -Dindelible.test.jdbc-url} (a
 * superuser's URL) where given, an embedded one otherwise. One per test class; close it.
 */
public final class TestDatabase implements AutoCloseable {
    /** The key store password of {@link #vault()}. */
    public static final String VAULT_PASSWORD = "test vault";

    private final String name;
    private final HikariDataSource owner;
    private final HikariDataSource application;
    private final JdbcKeyVault vault;

    private TestDatabase(String name, Function<DataSource, JdbcKeyVault> vault) {
        this.name = name;
        this.owner = pool(TestServer.superuser(name), 4);
        this.application = pool(TestServer.application(name), 16);
        this.vault = vault.apply(application);
    }

    /** The embedded server commits without waiting for the disk, which tests of content do not need. */
    public static TestDatabase create() {
        return copyOf(TestServer.template(), vault -> JdbcKeyVault.open(vault, VAULT_PASSWORD.toCharArray()));
    }

    /** Another database with the same content. Connections to this one are cut: PostgreSQL copies only what nobody uses. */
    public TestDatabase copy() {
        owner.getHikariPoolMXBean().softEvictConnections();
        application.getHikariPoolMXBean().softEvictConnections();
        TestServer.executeAsSuperuser(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
        return copyOf(name, vault::copyIn);
    }

    private static TestDatabase copyOf(String template, Function<DataSource, JdbcKeyVault> vault) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        TestServer.executeAsSuperuser("create database " + name + " template " + template);
        return new TestDatabase(name, vault);
    }

    /** With the rights of the application's role: what production code gets. */
    public DataSource application() {
        return application;
    }

    /** With all rights there are: what tampering needs. */
    public DataSource superuser() {
        return owner;
    }

    /** A key vault in this database, with keys in the application role's reach. */
    public KeyVault vault() {
        return vault;
    }

    public String jdbcUrl() {
        return TestServer.url(name);
    }

    /** Runs statements as superuser. */
    public void execute(String sql) {
        execute(owner, sql);
    }

    /** Runs statements as superuser with every trigger of this project off. */
    public void tamper(String sql) {
        execute("set session_replication_role = replica; " + sql + "; set session_replication_role = default");
    }

    static void execute(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static HikariDataSource pool(DataSource dataSource, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        application.close();
        owner.close();
        TestServer.executeAsSuperuser("drop database " + name + " with (force)");
    }
}
