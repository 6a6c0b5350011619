package org.indelible.demo;

import org.indelible.platform.IndelibleHome;
import org.indelible.platform.SecretFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The one password of all demo accounts: from {@code INDELIBLE_DEMO_PASSWORD}, else made at random; kept under INDELIBLE_HOME, readable by its owner only. */
@Component
class DemoPassword {
    private final SecretFile file;
    private final String configured;

    DemoPassword(IndelibleHome home, @Value("${indelible.demo-password:}") String configured) {
        this.file = new SecretFile(home.demoPasswordFile());
        this.configured = configured;
    }

    boolean isConfigured() {
        return !configured.isBlank();
    }

    /** Whether the accounts have another password than the one that is configured now. */
    boolean changed() {
        return isConfigured() && !(file.exists() && file.read().equals(configured));
    }

    String value() {
        if (changed()) {
            file.write(configured);
        }
        return file.readOrCreate();
    }

    String path() {
        return file.path().toString();
    }
}
