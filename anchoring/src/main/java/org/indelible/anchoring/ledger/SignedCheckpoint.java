package org.indelible.anchoring.ledger;

import java.time.Instant;

/**
 * A checkpoint that was signed and recorded.
 *
 * @param root base64 root hash, as on the third line of a checkpoint (C2SP tlog-checkpoint)
 * @param note the signed note, as served
 */
public record SignedCheckpoint(String ledger, String origin, long size, String root, String note, Instant signedAt) {
    /** The last part of the origin: the ledger's name when it was signed. */
    public String log() {
        return origin.substring(origin.lastIndexOf('/') + 1);
    }
}
