package org.indelible.exports;

import java.time.Instant;

/**
 * An export on record.
 *
 * @param who printed name, or the account where the name was erased
 * @param filter what was chosen; empty for all
 * @param treeSize the point as of which
 * @param checkpointSize size of the checkpoint it was made at
 * @param entry leaf index in the platform ledger
 */
public record ExportRow(
        String account,
        String who,
        String role,
        String what,
        String format,
        String filter,
        long treeSize,
        long checkpointSize,
        Instant at,
        long entry) {
    /** Without parameters: {@code text/csv}. */
    public String mediaType() {
        int parameters = format.indexOf(';');
        return parameters < 0 ? format : format.substring(0, parameters);
    }
}
