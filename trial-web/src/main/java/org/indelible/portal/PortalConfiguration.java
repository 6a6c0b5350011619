package org.indelible.portal;

import java.nio.file.Files;
import org.indelible.platform.IndelibleHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalConfiguration {
    /** The demo keeps its password where the README says, so that is where it shows that it is on. */
    @Bean
    DemoAccounts demoAccounts(IndelibleHome home) {
        return () -> Files.exists(home.demoPasswordFile());
    }
}
