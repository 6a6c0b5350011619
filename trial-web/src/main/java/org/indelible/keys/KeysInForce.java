package org.indelible.keys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.ledger.LogNames;
import org.springframework.stereotype.Component;

/** The public halves of the installation's own keys, for whoever compares them with what they were given. */
@Component
public class KeysInForce {
    private final LogIdentity identity;
    private final LogNames names;
    private final CertificateAuthority authority;
    private final Clock clock;

    KeysInForce(LogIdentity identity, LogNames names, CertificateAuthority authority, Clock clock) {
        this.identity = identity;
        this.names = names;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * A key that signs, or has signed, the checkpoints of {@code platform}.
     *
     * @param line verifier key (C2SP signed-note), as in a trust policy
     * @param since number of entries that its first checkpoint is over, at least
     */
    public record LogKey(String line, long since) {}

    /** The present one first. */
    public List<LogKey> ofPlatform() {
        LogKeys keys = names.keys(LedgerStore.PLATFORM, identity);
        String log = names.current(LedgerStore.PLATFORM).toString();
        List<LogKey> lines = new ArrayList<>();
        long since = 0;
        for (KeyHandover handover : keys.handovers()) {
            lines.addFirst(
                    new LogKey(identity.with(handover.from()).verifierKey(log).toString(), since));
            since = handover.size() + 1;
        }
        lines.addFirst(new LogKey(identity.verifierKey(log).toString(), since));
        return lines;
    }

    /** Thumbprint (RFC 7515 section 4.1.8) of the root certificate. */
    public String root() {
        return authority.rootThumbprint();
    }

    /** When the root certificate ends. */
    public CertificateEnd rootEnd() {
        return CertificateEnd.of(authority.root().getNotAfter().toInstant(), clock.instant());
    }
}
