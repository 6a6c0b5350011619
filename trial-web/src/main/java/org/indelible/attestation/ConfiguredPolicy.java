package org.indelible.attestation;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.policy.PolicyFormatException;
import org.indelible.anchoring.policy.PolicyWitness;
import org.indelible.anchoring.policy.Quorum;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trust policy that an administrator configured. One that cannot mean this installation stops the start. */
final class ConfiguredPolicy {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredPolicy.class);

    private ConfiguredPolicy() {}

    static TrustPolicy read(WitnessProperties properties, LogIdentity identity, LogNames names) {
        Path file = properties.policy();
        if (file == null || file.toString().isBlank()) {
            return new TrustPolicy(List.of(), List.of(), new Quorum.None());
        }
        TrustPolicy policy = parse(file);
        VerifierKey own =
                identity.verifierKey(names.current(LedgerStore.PLATFORM).toString());
        LOG.info("Whoever relies on this installation's log names it by this line of a trust policy: log {}", own);
        if (!policy.logs().isEmpty()
                && policy.logs().stream().noneMatch(log -> log.key().equals(own))) {
            throw refused(file, "it names logs, and not this installation's", "Add the line: log " + own);
        }
        policy.witnesses().forEach(witness -> requireUrl(file, witness));
        return policy;
    }

    private static TrustPolicy parse(Path file) {
        try {
            return TrustPolicy.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StartRefused(
                    "The trust policy " + file + " cannot be read: " + e,
                    "INDELIBLE_WITNESS_POLICY names a file that this user may read.",
                    e);
        } catch (PolicyFormatException e) {
            throw new StartRefused(
                    "The trust policy " + file + " is none: " + e.getMessage(),
                    "Its format is c2sp.org/tlog-policy.",
                    e);
        }
    }

    private static void requireUrl(Path file, PolicyWitness witness) {
        witness.url().ifPresent(url -> {
            try {
                URI uri = new URI(url);
                if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                    return;
                }
            } catch (URISyntaxException e) {
                throw new StartRefused("The trust policy " + file + ": " + e.getMessage(), "Mend the URL.", e);
            }
            throw refused(
                    file, "the URL of witness " + witness.name() + " is not one of http or https", "Mend the URL.");
        });
    }

    private static StartRefused refused(Path file, String what, String cure) {
        return new StartRefused("The trust policy " + file + ": " + what + ".", cure);
    }
}
