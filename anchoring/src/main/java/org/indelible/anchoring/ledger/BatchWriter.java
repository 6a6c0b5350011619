package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.jdbc.Sql.Statement;
import org.indelible.anchoring.ledger.BatchHeads.LedgerHead;
import org.indelible.anchoring.ledger.Placement.Placed;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/** Writes a placed batch: one statement per table, one array per column. */
final class BatchWriter {
    private record Erasable(Placed place, int ordinal, EncryptedDisclosure disclosure) {}

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
                longs(batch, Placed::position),
                texts(batch, p -> p.entry().claims().ledger()),
                longs(batch, Placed::leafIndex),
                texts(batch, p -> p.entry().claims().stream()),
                longs(batch, p -> p.entry().claims().seq()),
                texts(batch, p -> p.entry().claims().jti()),
                texts(batch, p -> p.entry().claims().iat().toString()),
                texts(batch, p -> p.iatHigh().toString()),
                texts(batch, p -> p.entry().sealed().header()),
                texts(batch, p -> p.entry().sealed().payload()),
                texts(batch, p -> p.entry().sealed().signature()),
                texts(batch, p -> p.entry().clearDisclosures()),
                bytes(batch, p -> hash(p.entry().entryHash())),
                bytes(batch, p -> p.entry().leafHash()));
    }

    private static Stream<Erasable> erasable(Placed place) {
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
                texts(rows, r -> r.place().entry().claims().ledger()),
                longs(rows, r -> r.place().leafIndex()),
                longs(rows, Erasable::ordinal),
                texts(rows, r -> r.disclosure().digest()),
                texts(rows, r -> r.disclosure().disclosureClass().letter()),
                texts(rows, r -> r.disclosure().keyRef()),
                bytes(rows, r -> r.disclosure().ciphertext()));
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
                longs(before, LedgerHead::size),
                longs(after, LedgerHead::size),
                texts(after, head -> head.iatHigh().toString()));
    }

    private static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().map(column::applyAsLong).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> byte[][] bytes(List<T> rows, Function<T, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }

    private static byte[] hash(String base64Url) {
        try {
            return Base64Text.URL.decode(base64Url);
        } catch (EncodingException e) {
            throw new IllegalStateException("an entry hash is base64url", e);
        }
    }
}
