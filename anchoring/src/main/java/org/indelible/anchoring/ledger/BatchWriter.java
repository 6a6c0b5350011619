package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.jdbc.Sql.Statement;
import org.indelible.anchoring.ledger.BatchHeads.LedgerHead;
import org.indelible.anchoring.ledger.Placement.Placed;

/** Writes a placed batch step by step: one statement per table, one array per column. */
final class BatchWriter {
    record Erasable(Placed place, int ordinal, EncryptedDisclosure disclosure) {}

    private BatchWriter() {}

    static void insert(Connection connection, List<Placed> batch) throws SQLException {
        List<Erasable> erasable = batch.stream().flatMap(BatchWriter::erasable).toList();
        Sql.together(
                connection,
                erasable.isEmpty() ? List.of(entries(batch)) : List.of(entries(batch), disclosures(erasable)));
    }

    private static Statement entries(List<Placed> batch) {
        return Statement.update(
                """
                insert into ledger.entry (position, ledger, leaf_index, stream, seq, jti, iat, iat_high,
                    header, payload, signature, disclosures, entry_hash, leaf_hash)
                select * from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
                """,
                Columns.longs(batch, Placed::position),
                Columns.texts(batch, p -> p.entry().claims().ledger()),
                Columns.longs(batch, Placed::leafIndex),
                Columns.texts(batch, p -> p.entry().claims().stream()),
                Columns.longs(batch, p -> p.entry().claims().seq()),
                Columns.texts(batch, p -> p.entry().claims().jti()),
                Columns.texts(batch, p -> p.entry().claims().iat().toString()),
                Columns.texts(batch, p -> p.iatHigh().toString()),
                Columns.texts(batch, p -> p.entry().sealed().header()),
                Columns.texts(batch, p -> p.entry().sealed().payload()),
                Columns.texts(batch, p -> p.entry().sealed().signature()),
                Columns.texts(batch, p -> p.entry().clearDisclosures()),
                Columns.bytes(batch, p -> Columns.hash(p.entry().entryHash())),
                Columns.bytes(batch, p -> p.entry().leafHash()));
    }

    static Stream<Erasable> erasable(Placed place) {
        List<EncryptedDisclosure> encrypted = place.entry().encrypted();
        return IntStream.range(0, encrypted.size())
                .mapToObj(ordinal -> new Erasable(place, ordinal, encrypted.get(ordinal)));
    }

    private static Statement disclosures(List<Erasable> rows) {
        return Statement.update(
                """
                insert into ledger.erasable_disclosure (ledger, leaf_index, ordinal, digest, class, key_ref, ciphertext)
                select * from unnest(?::text[], ?::bigint[], ?::smallint[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                """,
                Columns.texts(rows, r -> r.place().entry().claims().ledger()),
                Columns.longs(rows, r -> r.place().leafIndex()),
                Columns.longs(rows, Erasable::ordinal),
                Columns.texts(rows, r -> r.disclosure().digest()),
                Columns.texts(rows, r -> r.disclosure().disclosureClass().letter()),
                Columns.texts(rows, r -> r.disclosure().keyRef()),
                Columns.bytes(rows, r -> r.disclosure().ciphertext()));
    }

    /** Compare-and-set of every head the batch moves; also notifies listeners at commit. */
    static void advance(Connection connection, Placement placement) throws SQLException {
        List<LedgerHead> before = List.copyOf(placement.before().values());
        List<LedgerHead> after = List.copyOf(placement.after().values());
        Sql.call(
                connection,
                "select ledger.advance(?, ?, ?, ?, ?, ?::timestamptz[])",
                placement.firstPosition(),
                placement.nextPosition(),
                placement.after().keySet().toArray(String[]::new),
                Columns.longs(before, LedgerHead::size),
                Columns.longs(after, LedgerHead::size),
                Columns.texts(after, head -> head.iatHigh().toString()));
    }
}
