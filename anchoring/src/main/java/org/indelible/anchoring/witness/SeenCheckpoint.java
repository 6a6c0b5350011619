package org.indelible.anchoring.witness;

import java.time.Instant;
import org.indelible.anchoring.merkle.Hash;

/**
 * The latest checkpoint of a log that a witness has cosigned.
 *
 * @param note as signed by the log's trusted keys and the witness, and by nobody else
 * @param firstSeen when the witness first cosigned a checkpoint of this log
 * @param seen when it cosigned this one
 */
public record SeenCheckpoint(String origin, long size, Hash root, String note, Instant firstSeen, Instant seen) {}
