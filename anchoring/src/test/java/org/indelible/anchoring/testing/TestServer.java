package org.indelible.anchoring.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server all tests of one JVM share, with a template database that has the schemas. */
final class TestServer {
    private static final String APPLICATION_ROLE = "indelible_app";
    private static final String APPLICATION_PASSWORD = "indelible_app";

    private static @Nullable String baseUrl;
    private static @Nullable String template;

    private TestServer() {}

    static synchronized String template() {
        String name = template;
        if (name == null) {
            name = "template_" + UUID.randomUUID().toString().replace("-", "");
            executeAsSuperuser("""
                    do $$ begin create role %1$s login password '%2$s'; exception when duplicate_object or unique_violation then null; end $$
                    """.formatted(APPLICATION_ROLE, APPLICATION_PASSWORD));
            executeAsSuperuser("create database " + name);
            TestDatabase.execute(superuser(name), migration("ledger/V1__ledger.sql"));
            TestDatabase.execute(superuser(name), migration("ledger/V2__attestation.sql"));
            TestDatabase.execute(superuser(name), migration("ledger/V3__self_audit_by_ledger.sql"));
            TestDatabase.execute(superuser(name), migration("ledger/V4__append.sql"));
            TestDatabase.execute(superuser(name), migration("keys/V1__keys.sql"));
            template = name;
        }
        return name;
    }

    static PGSimpleDataSource superuser(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url(database));
        return dataSource;
    }

    static PGSimpleDataSource application(String database) {
        PGSimpleDataSource dataSource = superuser(database);
        dataSource.setUser(APPLICATION_ROLE);
        dataSource.setPassword(APPLICATION_PASSWORD);
        return dataSource;
    }

    static void executeAsSuperuser(String sql) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(baseUrl());
        TestDatabase.execute(server, sql);
    }

    /** The server's URL with another database in it; parameters such as user and password stay. */
    static String url(String database) {
        return baseUrl().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    private static synchronized String baseUrl() {
        String url = baseUrl;
        if (url == null) {
            url = System.getProperty("indelible.test.jdbc-url", "");
            if (url.isEmpty()) {
                url = startEmbedded();
            }
            baseUrl = url;
        }
        return url;
    }

    /** Stops with the JVM. Waits for its disk where {@code indelible.test.durable} says so: what is measured has to. */
    private static String startEmbedded() {
        String durable = Boolean.getBoolean("indelible.test.durable") ? "on" : "off";
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("fsync", durable)
                    .setServerConfig("synchronous_commit", durable)
                    .setServerConfig("full_page_writes", durable)
                    .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String migration(String path) {
        try (InputStream sql = TestServer.class.getResourceAsStream("/db/migration/" + path)) {
            if (sql == null) {
                throw new IllegalStateException("no migration " + path);
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8).replace("${appRole}", APPLICATION_ROLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
