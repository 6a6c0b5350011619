package org.indelible.attestation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to show checkpoints to. Without a policy nobody is asked.
 *
 * @param policy a C2SP tlog-policy file; those of its witnesses that have a URL are asked ({@code INDELIBLE_WITNESS_POLICY})
 * @param ledgers whose checkpoints are shown; {@code platform} holds those of all trials
 * @param patience for one request
 * @param alertAfter how long a checkpoint may wait for a witness before administrators are alerted
 * @param stopEntryAfter how long a checkpoint may wait for the policy's quorum before data entry stops; without it, it never does
 */
@ConfigurationProperties("indelible.witness")
record WitnessProperties(
        @Nullable Path policy,
        @DefaultValue("platform") List<String> ledgers,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10m") Duration alertAfter,
        @Nullable Duration stopEntryAfter) {}
