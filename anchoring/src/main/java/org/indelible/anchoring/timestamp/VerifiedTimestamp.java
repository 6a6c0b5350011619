package org.indelible.anchoring.timestamp;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A token that proves what it should.
 *
 * @param time when the authority saw the bytes
 * @param chain from the authority's certificate up to, and without, the trusted one
 * @param verifiableUntil when the first of these certificates ends: after that, the token alone proves nothing any more (RFC 4998 section
 *     5.2 says how to renew it before)
 */
public record VerifiedTimestamp(Instant time, List<X509Certificate> chain, Instant verifiableUntil) {
    public VerifiedTimestamp {
        chain = List.copyOf(chain);
    }

    /** Who issued the token, as its certificate says. */
    public String authority() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }
}
