package org.indelible.platform.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.StartRefused;

/**
 * The permanent name of this installation, the first part of the origin of each of its ledgers (C2SP tlog-checkpoint). Chosen at the first start and kept beside the key
 * that signs under it: a ledger under another name would be another ledger.
 */
record InstallationName(String value) {
    static boolean isIn(IndelibleHome home) {
        return Files.exists(file(home));
    }

    private static Path file(IndelibleHome home) {
        return home.keyStore().resolve("installation");
    }

    /** Puts the name in place that an installation has which lost its key store. */
    static void restore(IndelibleHome home, String name) {
        try {
            Files.writeString(file(home), name, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartRefused(
                    file(home) + " cannot be written: " + e, "Let this user write INDELIBLE_HOME/keystore.", e);
        }
    }

    static InstallationName of(IndelibleHome home) {
        Path file = file(home);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, "indelible.local/" + UUID.randomUUID(), StandardCharsets.UTF_8);
            }
            return new InstallationName(
                    Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new StartRefused(
                    "The name of this installation in " + file + " cannot be read: " + e.getMessage(),
                    "Restore the file from the backup of the key store.",
                    e);
        }
    }
}
