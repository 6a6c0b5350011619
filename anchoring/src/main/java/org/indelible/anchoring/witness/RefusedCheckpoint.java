package org.indelible.anchoring.witness;

import java.time.Instant;

/**
 * A checkpoint that a trusted key of the log signed and the witness would not cosign. Where root and size contradict what it has seen, the
 * note is proof that the log has two histories.
 *
 * @param note as submitted
 */
public record RefusedCheckpoint(String origin, long size, String root, String reason, String note, Instant at) {}
