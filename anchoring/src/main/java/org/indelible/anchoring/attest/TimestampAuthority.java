package org.indelible.anchoring.attest;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.indelible.anchoring.timestamp.ImprintAlgorithm;

/**
 * A time-stamp authority that an administrator configured.
 *
 * @param name under which its tokens are kept
 * @param trusted certificates that are to end the path of its own
 * @param algorithm of the imprints it is asked for
 */
public record TimestampAuthority(String name, URI url, List<X509Certificate> trusted, ImprintAlgorithm algorithm) {
    public TimestampAuthority {
        trusted = List.copyOf(trusted);
    }
}
