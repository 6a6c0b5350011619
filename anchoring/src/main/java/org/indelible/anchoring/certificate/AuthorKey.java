package org.indelible.anchoring.certificate;

import org.indelible.anchoring.primitive.Ed25519Signer;

/** A key that seals on behalf of one author, with the certificate that says whose it is. It lives in memory only. */
public final class AuthorKey {
    private final Ed25519Signer signer;
    private final AuthorCertificate certificate;

    public AuthorKey(Ed25519Signer signer, AuthorCertificate certificate) {
        if (!signer.verifier().equals(certificate.key())) {
            throw new IllegalArgumentException("certificate " + certificate.kid() + " is for another key");
        }
        this.signer = signer;
        this.certificate = certificate;
    }

    /** Base64url SHA-256 of the certificate's DER encoding (RFC 7515 section 4.1.8). */
    public String kid() {
        return certificate.kid();
    }

    public AuthorCertificate certificate() {
        return certificate;
    }

    /** Ed25519 signature (RFC 8032) of the message. */
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }
}
