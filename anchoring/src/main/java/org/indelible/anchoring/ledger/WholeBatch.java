package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.ledger.BatchHeads.LedgerHead;
import org.indelible.anchoring.ledger.BatchWriter.Erasable;
import org.indelible.anchoring.ledger.Placement.Placed;
import org.jspecify.annotations.Nullable;

/** Stores a batch in one statement, hence one round trip, if nothing stands in the way of any of its commands. */
final class WholeBatch {
    /** Where everything stood before; what was placed from 0 on is that much further. */
    record Base(long position, Map<String, Long> sizes) {
        AppendReceipt rebase(AppendReceipt counted) {
            return new AppendReceipt(
                    position + counted.firstPosition(),
                    counted.entries().stream().map(this::rebase).toList());
        }

        private AppendedEntry rebase(AppendedEntry counted) {
            return new AppendedEntry(
                    counted.ledger(),
                    sizes.getOrDefault(counted.ledger(), 0L) + counted.leafIndex(),
                    position + counted.position(),
                    counted.entryHash(),
                    counted.leafHash());
        }
    }

    private WholeBatch() {}

    /**
     * On a connection with auto-commit: the batch is durable when this returns where it was.
     *
     * @param placement of entries that were admitted against {@link BatchHeads#believed}
     * @return empty where a command of the batch has to lose; nothing is stored then
     */
    static Optional<Base> append(Connection connection, Placement placement) throws SQLException {
        List<Placed> batch = placement.placed();
        List<EntryClaims> firsts = firstOfEachStream(batch);
        List<String> ledgers = List.copyOf(placement.after().keySet());
        List<LedgerHead> heads = List.copyOf(placement.after().values());
        Map<String, Integer> number = new HashMap<>();
        ledgers.forEach(ledger -> number.put(ledger, number.size() + 1));
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(ledgers.toArray(String[]::new));
        parameters.add(Columns.longs(heads, LedgerHead::size));
        parameters.add(Columns.texts(heads, head -> head.iatHigh().toString()));
        parameters.add(Columns.texts(firsts, EntryClaims::stream));
        parameters.add(Columns.texts(firsts, EntryClaims::ledger));
        parameters.add(Columns.longs(firsts, first -> first.seq() - 1));
        parameters.add(Columns.bytes(firsts, WholeBatch::previous));
        addEntries(parameters, batch, number);
        addErasable(parameters, batch.stream().flatMap(BatchWriter::erasable).toList(), number);
        return Sql.first(connection, """
                select first_position, sizes from ledger.append(
                    ?, ?, ?::timestamptz[], ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?::timestamptz[], ?::timestamptz[], ?, ?, ?, ?, ?, ?,
                    ?, ?, ?::smallint[], ?, ?, ?, ?)
                """, row -> base(row, ledgers), parameters.toArray());
    }

    private static List<EntryClaims> firstOfEachStream(List<Placed> batch) {
        Map<String, EntryClaims> firsts = new LinkedHashMap<>();
        batch.forEach(place -> firsts.putIfAbsent(
                place.entry().claims().stream(), place.entry().claims()));
        return List.copyOf(firsts.values());
    }

    /** Not looked at where there is none. */
    private static byte[] previous(EntryClaims first) {
        return first.prev().map(Columns::hash).orElseGet(() -> new byte[0]);
    }

    private static void addEntries(
            List<@Nullable Object> parameters, List<Placed> batch, Map<String, Integer> ledgerNumbers) {
        parameters.add(
                Columns.ints(batch, p -> ledgerNumbers.get(p.entry().claims().ledger())));
        parameters.add(Columns.longs(batch, Placed::leafIndex));
        parameters.add(Columns.texts(batch, p -> p.entry().claims().stream()));
        parameters.add(Columns.longs(batch, p -> p.entry().claims().seq()));
        parameters.add(Columns.texts(batch, p -> p.entry().claims().jti()));
        parameters.add(Columns.texts(batch, p -> p.entry().claims().iat().toString()));
        parameters.add(Columns.texts(batch, p -> p.iatHigh().toString()));
        parameters.add(Columns.texts(batch, p -> p.entry().sealed().header()));
        parameters.add(Columns.texts(batch, p -> p.entry().sealed().payload()));
        parameters.add(Columns.texts(batch, p -> p.entry().sealed().signature()));
        parameters.add(Columns.texts(batch, p -> p.entry().clearDisclosures()));
        parameters.add(Columns.bytes(batch, p -> Columns.hash(p.entry().entryHash())));
        parameters.add(Columns.bytes(batch, p -> p.entry().leafHash()));
    }

    private static void addErasable(
            List<@Nullable Object> parameters, List<Erasable> rows, Map<String, Integer> ledgerNumbers) {
        parameters.add(Columns.ints(
                rows, r -> ledgerNumbers.get(r.place().entry().claims().ledger())));
        parameters.add(Columns.longs(rows, r -> r.place().leafIndex()));
        parameters.add(Columns.ints(rows, Erasable::ordinal));
        parameters.add(Columns.texts(rows, r -> r.disclosure().digest()));
        parameters.add(Columns.texts(rows, r -> r.disclosure().disclosureClass().letter()));
        parameters.add(Columns.texts(rows, r -> r.disclosure().keyRef()));
        parameters.add(Columns.bytes(rows, r -> r.disclosure().ciphertext()));
    }

    private static Base base(ResultSet row, List<String> ledgers) throws SQLException {
        Long[] sizes = (Long[]) row.getArray("sizes").getArray();
        Map<String, Long> byLedger = new HashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            byLedger.put(ledgers.get(i), sizes[i]);
        }
        return new Base(row.getLong("first_position"), byLedger);
    }
}
