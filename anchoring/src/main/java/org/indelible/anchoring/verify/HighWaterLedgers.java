package org.indelible.anchoring.verify;

import java.io.IOException;
import java.util.List;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.HighWaterMark;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogName;

/** Which ledgers of an installation its high-water file speaks of. */
final class HighWaterLedgers {
    private HighWaterLedgers() {}

    /** None where the file cannot be read; each ledger's own check says so. */
    static List<String> of(HighWaterFile file, LogIdentity identity) {
        String prefix = identity.origin("");
        try {
            return file.marks().stream()
                    .map(HighWaterMark::origin)
                    .filter(origin -> origin.startsWith(prefix))
                    .map(origin ->
                            LogName.parse(origin.substring(prefix.length())).ledger())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
