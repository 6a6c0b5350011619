package org.indelible.platform.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.checkpoint.CheckpointKey;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.JdbcCheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.ledger.PlatformAppender;
import org.indelible.anchoring.ledger.SealingPlatformAppender;
import org.indelible.anchoring.verify.AuditCheck;
import org.indelible.anchoring.verify.CertificateSource;
import org.indelible.anchoring.verify.JdbcLedgerVerifier;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.SelfAudit;
import org.indelible.authors.CheckpointAuthor;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What signs the heads of the ledgers, and what checks them again. */
@Configuration(proxyBeanMethods = false)
class CheckpointConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SelfAudit.class);

    /** After a pass the next waits this long; while it reads, it leaves the database to others most of the time. */
    private static final Duration BETWEEN_PASSES = Duration.ofHours(6);

    private static final long ENTRIES_PER_SECOND = 200;

    @Bean
    CheckpointSigner checkpointSigner(
            IndelibleHome home,
            KeyStorePassword password,
            LogNames names,
            @Value("${indelible.rotating:false}") boolean rotating,
            @Value("${indelible.log-key-lost:false}") boolean lost) {
        try {
            LogKeyStart start = new LogKeyStart(home, names);
            if (lost) {
                start.restoreName();
            } else {
                start.requireKey(rotating);
            }
            CheckpointKey key = lost
                    ? CheckpointKey.openNext(home.keyStore(), password.value())
                    : CheckpointKey.open(home.keyStore(), password.value());
            return new CheckpointSigner(InstallationName.of(home).value(), key.signer());
        } catch (IOException e) {
            throw new StartRefused(
                    "The checkpoint key in " + home.keyStore() + " cannot be opened: " + e.getMessage(),
                    "Check that INDELIBLE_KEYSTORE_PASSWORD_FILE holds the password it was made with.",
                    e);
        }
    }

    @Bean
    LogIdentity logIdentity(CheckpointSigner signer) {
        return signer.identity();
    }

    @Bean
    LogNames logNames(DataSource dataSource) {
        return new LogNames(dataSource);
    }

    @Bean
    HighWaterFile highWaterFile(IndelibleHome home) {
        return new HighWaterFile(home.highWaterFile());
    }

    @Bean
    StartChecks startChecks(
            DataSource dataSource,
            KeyVault vault,
            LogIdentity identity,
            HighWaterFile highWater,
            IndelibleHome home,
            LogNames names,
            @Value("${indelible.verifying:false}") boolean verifying,
            @Value("${indelible.recovering:false}") boolean recovering,
            @Value("${indelible.rotating:false}") boolean rotating) {
        if (!verifying && !recovering && !rotating) {
            new LogKeyStart(home, names).requireInForce(identity);
        }
        return new StartChecks(dataSource, vault, identity, highWater, verifying || recovering);
    }

    @Bean
    PlatformAppender platformAppender(LedgerStore ledgers, CheckpointAuthor author, Clock clock) {
        return new SealingPlatformAppender(ledgers, new EntrySealer(), author::current, clock);
    }

    @Bean
    CheckpointService checkpointService(
            DataSource dataSource,
            CheckpointSigner signer,
            HighWaterFile highWater,
            PlatformAppender platform,
            Clock clock) {
        return new JdbcCheckpointService(dataSource, signer, highWater, platform, clock);
    }

    @Bean
    CertificateSource certificateSource(CertificateStore certificates) {
        return certificates::find;
    }

    @Bean
    LedgerVerifier ledgerVerifier(
            DataSource dataSource,
            KeyVault vault,
            LogIdentity identity,
            CertificateAuthority authority,
            CertificateSource certificates,
            HighWaterFile highWater) {
        return new JdbcLedgerVerifier(
                dataSource, vault, identity, authority.root(), certificates, Optional.of(highWater));
    }

    @Bean(destroyMethod = "close")
    SelfAudit selfAudit(
            LedgerVerifier verifier, LedgerStore ledgers, List<AuditCheck> checks, DataSource dataSource, Clock clock) {
        return new SelfAudit(
                verifier,
                ledgers,
                checks,
                dataSource,
                report -> LOG.error(
                        "The self-audit found {} failures; see the ledger page",
                        report.failures().size()),
                clock);
    }

    /** The first pass reads whatever the start has recorded. A command runs for a moment only: the audit is for the application that serves. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> selfAuditStart(SelfAudit audit, Environment environment) {
        return ready -> {
            if (!environment.matchesProfiles("command")) {
                audit.start(BETWEEN_PASSES, ENTRIES_PER_SECOND);
            }
        };
    }
}
