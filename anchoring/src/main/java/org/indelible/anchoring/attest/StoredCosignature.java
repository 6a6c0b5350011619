package org.indelible.anchoring.attest;

import java.time.Instant;

/**
 * A cosignature that was checked and kept.
 *
 * @param witness the witness's verifier key, as written
 * @param line the note signature line
 * @param cosignedAt by the witness's clock
 * @param receivedAt by ours
 */
public record StoredCosignature(
        String ledger, long size, String witness, String line, Instant cosignedAt, Instant receivedAt) {}
