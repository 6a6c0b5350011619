package org.indelible.readmodel.account;

import java.time.Instant;
import java.util.Optional;
import org.indelible.readmodel.Provenance;

/**
 * @param name the person's name, or the id where that was erased
 * @param status {@code active}, {@code locked} or {@code disabled}
 * @param lastSignIn the last one that succeeded
 */
public record AccountRow(
        String account,
        String name,
        String organisation,
        String status,
        boolean demo,
        Optional<Instant> lastSignIn,
        Provenance created) {
    public boolean active() {
        return status.equals("active");
    }
}
