package org.indelible.anchoring.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.indelible.anchoring.jdbc.Sql;

/** Reads {@link EntryRow}s from {@code ledger.entry}. */
public final class EntryRows {
    public static final String SELECT =
            "select position, ledger, leaf_index, stream, seq, jti, iat, iat_high, header, payload, signature, disclosures, "
                    + "entry_hash, leaf_hash from ledger.entry ";

    private EntryRows() {}

    /** The current row of {@link #SELECT}. */
    public static EntryRow read(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getLong("position"),
                row.getString("ledger"),
                row.getLong("leaf_index"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("jti"),
                Sql.instant(row, "iat"),
                Sql.instant(row, "iat_high"),
                row.getString("header"),
                row.getString("payload"),
                row.getString("signature"),
                row.getString("disclosures"),
                row.getBytes("entry_hash"),
                row.getBytes("leaf_hash"));
    }
}
