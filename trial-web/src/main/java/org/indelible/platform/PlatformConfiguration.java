package org.indelible.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The home directory, held for this process, and the server clock. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    IndelibleHome indelibleHome(@Value("${indelible.home}") Path home) {
        return new IndelibleHome(home).prepared();
    }

    /** Before the web server is made, so that a home that cannot be used is refused in a sentence. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionsAtHome(IndelibleHome home) {
        return server ->
                server.getSettings().getSession().setStoreDir(home.sessions().toFile());
    }

    @Bean
    HomeLock homeLock(
            IndelibleHome home,
            @Value("${indelible.restore-from:}") String backup,
            @Value("${indelible.erasure-journal:}") String journal)
            throws IOException {
        HomeLock held = HomeLock.acquire(home);
        if (!backup.isBlank()) {
            try {
                // Before anything makes keys of its own.
                new HomeBackup(home, Path.of(backup)).restore();
                if (!journal.isBlank()) {
                    HomeBackup.addJournal(home, Path.of(journal));
                }
            } catch (RuntimeException refused) {
                held.close();
                throw refused;
            }
        }
        return held;
    }

    /** Where a new installation makes its own key store password, it says where it lies. */
    @Bean
    KeyStorePassword keyStorePassword(
            IndelibleHome home, HomeLock held, @Value("${indelible.keystore.password-file:}") String file) {
        return KeyStorePassword.from(home, file);
    }

    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
