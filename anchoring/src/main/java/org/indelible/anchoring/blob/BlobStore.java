package org.indelible.anchoring.blob;

import java.util.Optional;

/**
 * Bytes by the base64url SHA-256 of what is stored. Putting the same plain bytes twice is putting them once.
 *
 * <p>A content that may be disclosed or erased must not be guessable from its hash: it is stored salted, or encrypted under the key of
 * whom it is about, and its address is the hash of the salted or encrypted bytes.
 */
public interface BlobStore {
    /** Stores bytes as they are; for protocols and what else is no secret. */
    String put(byte[] content);

    /** Stores bytes behind a random salt. */
    String putSalted(byte[] content);

    /** Stores bytes encrypted under the participant's key; destroying the key erases them. */
    String putEncrypted(byte[] content, String ledger, String participant);

    /** The content; empty where there is none or it was erased. */
    Optional<byte[]> get(String sha256);

    /** Whether there is such a blob, erased or not. */
    boolean contains(String sha256);
}
