package org.indelible.report;

import java.util.Optional;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.attest.TimestampCall;

/** What reports are sealed with: the key, and the first time-stamp authority that is configured. */
record ReportSeals(ReportSigningKey key, Optional<TimestampAuthority> authority, TimestampCall calls)
        implements AutoCloseable {
    PadesSeal seal() {
        return new PadesSeal(key, authority, calls);
    }

    @Override
    public void close() {
        calls.close();
    }
}
