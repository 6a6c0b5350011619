package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.primitive.Base64Text;

/**
 * An erasable disclosure as it stands, or the record of its erasure.
 *
 * @param ciphertext empty where it was erased
 * @param order hash of the entry that ordered the erasure, where it was erased
 */
public record ErasableRow(
        String ledger,
        long leafIndex,
        String digest,
        String disclosureClass,
        String keyRef,
        Optional<byte[]> ciphertext,
        Optional<String> order) {
    /** One statement, hence one snapshot: a disclosure being erased meanwhile is seen before or after, never in between. */
    private static final String BY_ENTRY = """
            select d.ledger, d.leaf_index, d.digest, d.class, d.key_ref, d.ciphertext, null::bytea as cause, d.ordinal
            from unnest(?::text[], ?::bigint[]) n (ledger, leaf_index)
            join ledger.erasable_disclosure d using (ledger, leaf_index)
            union all
            select e.ledger, e.leaf_index, e.digest, e.class, e.key_ref, null, e.cause, 0
            from unnest(?::text[], ?::bigint[]) n (ledger, leaf_index)
            join ledger.erasure e using (ledger, leaf_index)
            order by ledger, leaf_index, ordinal
            """;

    /** All erasable disclosures of these entries. */
    public static List<ErasableRow> of(Connection connection, Collection<EntryRow> entries) throws SQLException {
        String[] ledgers = entries.stream().map(EntryRow::ledger).toArray(String[]::new);
        Long[] leafIndexes = entries.stream().map(EntryRow::leafIndex).toArray(Long[]::new);
        return Sql.list(connection, BY_ENTRY, ErasableRow::of, ledgers, leafIndexes, ledgers, leafIndexes);
    }

    private static ErasableRow of(ResultSet row) throws SQLException {
        return new ErasableRow(
                row.getString("ledger"),
                row.getLong("leaf_index"),
                row.getString("digest"),
                row.getString("class"),
                row.getString("key_ref"),
                Optional.ofNullable(row.getBytes("ciphertext")),
                Optional.ofNullable(row.getBytes("cause")).map(Base64Text.URL::encode));
    }
}
