package org.indelible.anchoring.verify;

import java.util.Optional;

/** Where author certificates are found by their thumbprint. */
@FunctionalInterface
public interface CertificateSource {
    /**
     * @param kid base64url SHA-256 of the certificate's DER encoding
     * @return DER encoding
     */
    Optional<byte[]> certificate(String kid);
}
