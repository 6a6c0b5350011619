package org.indelible.attestation;

import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import org.indelible.anchoring.attest.TimestampAuthority;
import org.indelible.anchoring.timestamp.Certificates;
import org.indelible.anchoring.timestamp.ImprintAlgorithm;
import org.indelible.platform.StartRefused;

/** The time-stamp authorities that an administrator configured. */
final class ConfiguredAuthorities {
    private ConfiguredAuthorities() {}

    static List<TimestampAuthority> read(TimestampProperties properties) {
        return properties.authorities().stream()
                .map(ConfiguredAuthorities::read)
                .toList();
    }

    private static TimestampAuthority read(TimestampProperties.Authority authority) {
        try {
            return new TimestampAuthority(
                    authority.name(),
                    authority.url(),
                    Certificates.readPem(Files.readAllBytes(authority.trust())),
                    algorithm(authority));
        } catch (IOException | CertificateException e) {
            throw new StartRefused(
                    "The certificates trusted for time-stamp authority " + authority.name() + " in " + authority.trust()
                            + " cannot be read: " + e.getMessage(),
                    "Its trust setting names a PEM file that this user may read.",
                    e);
        }
    }

    private static ImprintAlgorithm algorithm(TimestampProperties.Authority authority) {
        return Arrays.stream(ImprintAlgorithm.values())
                .filter(known -> known.toString().equals(authority.algorithm()))
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "Time-stamp authority " + authority.name() + ": " + authority.algorithm()
                                + " is not supported.",
                        "Use one of " + Arrays.toString(ImprintAlgorithm.values()) + "."));
    }
}
