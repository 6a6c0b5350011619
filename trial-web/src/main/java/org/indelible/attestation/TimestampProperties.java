package org.indelible.attestation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to ask for time-stamps ({@code INDELIBLE_TIMESTAMP_AUTHORITIES_0_URL} and so on). Without an authority nobody is asked.
 *
 * @param ledgers whose checkpoints are stamped; {@code platform} holds those of all trials
 * @param interval from one token to the next, while there is something new; signatures and locks are stamped at once
 * @param renewBefore how long before a token can no longer be verified it is renewed
 * @param patience for one request
 */
@ConfigurationProperties("indelible.timestamp")
record TimestampProperties(
        @DefaultValue List<Authority> authorities,
        @DefaultValue("platform") List<String> ledgers,
        @DefaultValue("1h") Duration interval,
        @DefaultValue("90d") Duration renewBefore,
        @DefaultValue("20s") Duration patience) {
    /**
     * A time-stamp authority (RFC 3161).
     *
     * @param name under which its tokens are kept; never to be given to another authority
     * @param trust PEM file of the certificates that are to end the path of its own
     * @param algorithm {@code SHA-256}, {@code SHA-384} or {@code SHA-512}
     */
    record Authority(
            String name,
            URI url,
            Path trust,
            @DefaultValue("SHA-256") String algorithm) {}
}
