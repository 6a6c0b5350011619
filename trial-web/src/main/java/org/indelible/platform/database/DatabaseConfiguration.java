package org.indelible.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import org.indelible.platform.HomeLock;
import org.indelible.platform.IndelibleHome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * The connections. Each bean depends on the one before it, so that Spring closes them in the right order: pools first, the embedded
 * server next, the lock on the home last.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
    private static final int APPLICATION_POOL = 20;
    private static final int VAULT_POOL = 8;

    /** Asked for only where no external database is named. */
    @Bean
    @Lazy
    EmbeddedServer embeddedServer(IndelibleHome home, HomeLock held) {
        return EmbeddedServer.start(home, held);
    }

    @Bean
    DatabaseAccess databaseAccess(
            DatabaseProperties properties,
            IndelibleHome home,
            HomeLock held,
            ObjectProvider<EmbeddedServer> embedded,
            @Value("${indelible.restore-from:}") String backup) {
        DatabaseAccess access = properties.external()
                ? ExternalDatabase.access(properties)
                : new EmbeddedRoles(embedded.getObject(), home).prepared();
        new Migrations(access).run();
        if (!backup.isBlank()) {
            new DatabaseCopy(access).load(Path.of(backup));
        }
        return access;
    }

    @Bean
    DatabaseCopy databaseCopy(DatabaseAccess access) {
        return new DatabaseCopy(access);
    }

    /** Serves requests; unqualified names are looked up in these schemas. */
    @Bean
    HikariDataSource dataSource(DatabaseAccess access) {
        return pool("indelible", access.url(), access.application(), "ledger,read,app", APPLICATION_POOL);
    }

    /** The key vault's. A bean that wants it says so by {@code @Qualifier("vault")}. */
    @Bean(defaultCandidate = false)
    @Qualifier("vault")
    HikariDataSource vaultDataSource(DatabaseAccess access) {
        return pool("indelible-vault", access.vaultUrl(), access.vault(), "vault", VAULT_POOL);
    }

    private static HikariDataSource pool(String name, String url, Credentials credentials, String schemas, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(credentials.user());
        config.setPassword(credentials.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.addDataSourceProperty("currentSchema", schemas);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
