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
    static InstallationName of(IndelibleHome home) {
        Path file = home.keyStore().resolve("installation");
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
