package org.indelible.attestation;

import java.time.Clock;
import javax.sql.DataSource;
import org.indelible.anchoring.attest.Announcements;
import org.indelible.anchoring.attest.AttestorReports;
import org.indelible.anchoring.attest.Cosignatures;
import org.indelible.anchoring.attest.Stamping;
import org.indelible.anchoring.attest.StampingSettings;
import org.indelible.anchoring.attest.Standings;
import org.indelible.anchoring.attest.TimestampTokens;
import org.indelible.anchoring.attest.Witnessing;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.ledger.TileService;
import org.indelible.anchoring.policy.TrustPolicy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Witnesses and time-stamp authorities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WitnessProperties.class, TimestampProperties.class})
class AttestationConfiguration {
    @Bean
    TrustPolicy trustPolicy(WitnessProperties properties, LogIdentity identity, LogNames names) {
        return ConfiguredPolicy.read(properties, identity, names);
    }

    @Bean
    Cosignatures cosignatures(DataSource dataSource) {
        return new Cosignatures(dataSource);
    }

    @Bean
    TimestampTokens timestampTokens(DataSource dataSource) {
        return new TimestampTokens(dataSource);
    }

    @Bean
    AttestorReports attestorReports(DataSource dataSource) {
        return new AttestorReports(dataSource);
    }

    @Bean
    Announcements announcements(DataSource dataSource) {
        return new Announcements(dataSource);
    }

    @Bean
    Standings standings(TrustPolicy policy, Cosignatures cosignatures, AttestorReports reports) {
        return new Standings(policy, cosignatures, reports);
    }

    @Bean(destroyMethod = "close")
    Witnessing witnessing(
            TrustPolicy policy,
            WitnessProperties properties,
            CheckpointService checkpoints,
            TileService tiles,
            Cosignatures cosignatures,
            AttestorReports reports,
            Clock clock) {
        return new Witnessing(
                policy, properties.ledgers(), checkpoints, tiles, cosignatures, reports, properties.patience(), clock);
    }

    @Bean
    StampingSettings stampingSettings(TimestampProperties properties) {
        return new StampingSettings(
                ConfiguredAuthorities.read(properties),
                properties.ledgers(),
                properties.interval(),
                properties.renewBefore(),
                properties.patience());
    }

    @Bean(destroyMethod = "close")
    Stamping stamping(
            StampingSettings settings,
            CheckpointService checkpoints,
            Announcements announcements,
            TimestampTokens tokens,
            AttestorReports reports,
            Clock clock) {
        return new Stamping(settings, checkpoints, announcements, tokens, reports, clock);
    }
}
