package org.indelible.platform.log;

import java.io.IOException;
import javax.sql.DataSource;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.anchoring.blob.JdbcBlobStore;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.keys.JdbcKeyVault;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.AppendHook;
import org.indelible.anchoring.ledger.AppenderSettings;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.JdbcLedgerStore;
import org.indelible.anchoring.ledger.JdbcTileService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.TileService;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.platform.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger store, the key vault and the certificate authority. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {
    @Bean
    KeyVault keyVault(@Qualifier("vault") DataSource vault, KeyStorePassword password) {
        return JdbcKeyVault.open(vault, password.value());
    }

    @Bean
    LedgerStore ledgerStore(
            DataSource dataSource, KeyVault vault, HighWaterFile highWater, ObjectProvider<AppendHook> hook) {
        return JdbcLedgerStore.open(
                dataSource, vault, AppenderSettings.DEFAULT, hook.getIfAvailable(() -> AppendHook.NONE), highWater);
    }

    @Bean
    BlobStore blobStore(DataSource dataSource, KeyVault vault) {
        return new JdbcBlobStore(dataSource, vault);
    }

    @Bean
    TileService tileService(DataSource dataSource) {
        return new JdbcTileService(dataSource);
    }

    @Bean
    CertificateStore certificateStore(DataSource dataSource) {
        return new CertificateStore(dataSource);
    }

    @Bean
    PlatformSizeAtStart platformSizeAtStart(LedgerStore ledgers) {
        return new PlatformSizeAtStart(ledgers.ledgerSize(LedgerStore.PLATFORM));
    }

    /** @param atStart before the first key is certified in this process */
    @Bean
    CertificateAuthority certificateAuthority(
            IndelibleHome home,
            KeyStorePassword password,
            LedgerStore ledgers,
            PlatformSizeAtStart atStart,
            @Value("${indelible.authority-lost:false}") boolean lost) {
        try {
            return new AuthorityStart(home, password, ledgers, atStart).open(lost);
        } catch (IOException e) {
            throw new StartRefused(
                    "The certificate authority in " + home.keyStore() + " cannot be opened: " + e.getMessage(),
                    "Check that INDELIBLE_KEYSTORE_PASSWORD_FILE holds the password it was made with.",
                    e);
        }
    }
}
