package org.indelible.account;

import java.time.Instant;
import org.indelible.eventstore.InClear;

/**
 * A certificate for a fresh author key. It names account, organisation and roles by pseudonymous ids only.
 *
 * @param kid base64url SHA-256 of the DER form (JWS x5t#S256)
 * @param der base64 of the X.509 certificate
 */
public record AuthorCertificate(
        @InClear String kid, @InClear String der, @InClear Instant notAfter) {}
