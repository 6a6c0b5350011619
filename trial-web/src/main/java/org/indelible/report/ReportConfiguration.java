package org.indelible.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.indelible.anchoring.attest.StampingSettings;
import org.indelible.anchoring.attest.TimestampCall;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.platform.StartRefused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Fonts, key and time-stamp authority of reports; read when the first report is asked for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportProperties.class)
class ReportConfiguration {
    private static final String OWN_KEY = "report-signing.p12";
    private static final String INTER = "/META-INF/maven/org.mvnpm.at.fontsource/inter/pom.properties";

    @Bean
    @Lazy
    ReportFonts reportFonts(ReportProperties properties, IndelibleHome home) throws IOException {
        Path more = Objects.requireNonNullElseGet(
                properties.fonts(), () -> home.root().resolve("fonts"));
        Properties inter = new Properties();
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream(INTER), "Inter is not on the class path")) {
            inter.load(in);
        }
        return new ReportFonts(inter.getProperty("version"), more);
    }

    @Bean
    @Lazy
    PdfReport pdfReport(ReportFonts fonts) {
        return new PdfReport(fonts);
    }

    @Bean(destroyMethod = "close")
    ReportSeals reportSeals(
            ReportProperties properties,
            IndelibleHome home,
            KeyStorePassword password,
            StampingSettings stamping,
            Clock clock) {
        return new ReportSeals(
                key(properties, home, password, clock),
                stamping.authorities().stream().findFirst(),
                new TimestampCall(stamping.patience()));
    }

    private static ReportSigningKey key(
            ReportProperties properties, IndelibleHome home, KeyStorePassword password, Clock clock) {
        Path configured = properties.signingKeyStore();
        try {
            if (configured == null) {
                return ReportSigningKey.openOrCreate(
                        home.keyStore().resolve(OWN_KEY), password.value(), clock.instant());
            }
            Path passwordFile = properties.signingPasswordFile();
            if (passwordFile == null) {
                throw new IOException("its password file is not named");
            }
            return ReportSigningKey.open(
                    configured,
                    Files.readString(passwordFile, StandardCharsets.UTF_8)
                            .strip()
                            .toCharArray());
        } catch (IOException e) {
            throw new StartRefused(
                    "The key that seals reports cannot be read: " + e.getMessage(),
                    "indelible.report.signing-key-store names a PKCS #12 file, signing-password-file its password.",
                    e);
        }
    }
}
