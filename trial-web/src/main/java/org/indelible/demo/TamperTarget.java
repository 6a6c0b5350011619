package org.indelible.demo;

import java.time.Instant;

/**
 * A value of the demo that somebody with all rights in the database might want to change, and what the ledger says about it.
 *
 * @param place form and item, by OID
 * @param value as it was recorded
 */
public record TamperTarget(
        String ledger,
        long leafIndex,
        String stream,
        String actor,
        String role,
        Instant at,
        String place,
        String value) {}
