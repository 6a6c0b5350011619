package org.indelible.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How reports are made ({@code INDELIBLE_REPORT_SIGNING_KEY_STORE} and so on).
 *
 * @param signingKeyStore PKCS #12 file with the one key that seals reports and its chain; absent: the installation makes a key of its own
 * @param signingPasswordFile file that holds its password
 * @param fonts directory of further TrueType fonts; absent: {@code fonts} under {@code INDELIBLE_HOME}
 */
@ConfigurationProperties("indelible.report")
record ReportProperties(
        @Nullable Path signingKeyStore,
        @Nullable Path signingPasswordFile,
        @Nullable Path fonts) {}
