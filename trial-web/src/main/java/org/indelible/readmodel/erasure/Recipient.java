package org.indelible.readmodel.erasure;

import java.time.Instant;
import java.util.Optional;

/**
 * Who took evidence away that may hold what is erased now.
 *
 * @param scope of the bundle: {@code trial}, {@code site}, {@code participant} or {@code form}
 * @param treeSize the point as of which it was made
 * @param entry leaf index in the platform's ledger
 */
public record Recipient(
        String account,
        String role,
        String organisation,
        Instant at,
        String scope,
        Optional<String> site,
        Optional<String> participant,
        Optional<String> form,
        String profile,
        long treeSize,
        long entry) {}
