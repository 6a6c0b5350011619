package org.indelible.anchoring.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.EntryRow;
import org.indelible.anchoring.ledger.EntryRows;
import org.indelible.anchoring.ledger.ErasableRow;
import org.indelible.anchoring.primitive.Base64Text;
import org.jspecify.annotations.Nullable;

/** Reads a ledger in bounded batches and examines each batch over all cores, while the next is on its way. For one thread. */
final class EntryBatches {
    static final int SIZE = 1000;

    private final Database database;
    private final KeyVault vault;
    private final EntryExaminer examiner;
    private @Nullable Ahead ahead;

    /** The batch that will most likely be asked for next. */
    private record Ahead(String ledger, long from, long before, CompletableFuture<List<StoredDisclosures>> rows) {
        boolean is(String otherLedger, long otherFrom, long otherBefore) {
            return ledger.equals(otherLedger) && from == otherFrom && before == otherBefore;
        }
    }

    EntryBatches(Database database, KeyVault vault, EntryExaminer examiner) {
        this.database = database;
        this.vault = vault;
        this.examiner = examiner;
    }

    /** The next entries from this leaf index on, before another. */
    List<ExaminedEntry> read(String ledger, long from, long before) {
        List<StoredDisclosures> batch = take(ledger, from, before);
        if (!batch.isEmpty()) {
            long next = batch.getLast().entry().leafIndex() + 1;
            ahead = next < before
                    ? new Ahead(
                            ledger,
                            next,
                            before,
                            CompletableFuture.supplyAsync(
                                    () -> load(ledger, next, before),
                                    reading -> Thread.ofVirtual().start(reading)))
                    : null;
        }
        return examine(batch);
    }

    private List<StoredDisclosures> take(String ledger, long from, long before) {
        Ahead begun = ahead;
        ahead = null;
        if (begun == null || !begun.is(ledger, from, before)) {
            return load(ledger, from, before);
        }
        try {
            return begun.rows().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private List<StoredDisclosures> load(String ledger, long from, long before) {
        return load(
                "where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index limit ?",
                ledger,
                from,
                before,
                SIZE);
    }

    /** Entries at indexes the ledger does not reach; one statement, so that appends meanwhile do not count. */
    List<ExaminedEntry> beyond(String ledger, long covered) {
        return examine(load("""
                where ledger = ? and leaf_index >= greatest(?, (select size from ledger.head where ledger = ?))
                order by leaf_index limit ?
                """, ledger, covered, ledger, SIZE));
    }

    private List<StoredDisclosures> load(String where, Object... parameters) {
        return database.withConnection(connection -> load(connection, where, parameters));
    }

    private List<ExaminedEntry> examine(List<StoredDisclosures> batch) {
        return batch.parallelStream()
                .map(stored -> examiner.examine(stored.entry(), stored))
                .toList();
    }

    private List<StoredDisclosures> load(Connection connection, String where, Object... parameters)
            throws SQLException {
        List<EntryRow> rows = Sql.list(connection, EntryRows.SELECT + where, EntryRows::read, parameters);
        List<ErasableRow> erasable = ErasableRow.of(connection, rows);
        Map<String, DataKey> keys = keys(erasable);
        Set<String> orders = orders(connection, erasable);
        Map<Long, List<ErasableRow>> byLeaf = erasable.stream().collect(Collectors.groupingBy(ErasableRow::leafIndex));
        return rows.stream()
                .map(row -> new StoredDisclosures(row, byLeaf.getOrDefault(row.leafIndex(), List.of()), keys, orders))
                .toList();
    }

    private Map<String, DataKey> keys(List<ErasableRow> erasable) {
        Set<String> refs = erasable.stream()
                .filter(row -> row.ciphertext().isPresent())
                .map(ErasableRow::keyRef)
                .collect(Collectors.toSet());
        return refs.isEmpty() ? new HashMap<>() : vault.find(refs);
    }

    /** Those of the cited orders that are entries. */
    private static Set<String> orders(Connection connection, List<ErasableRow> erasable) throws SQLException {
        String[] cited = erasable.stream()
                .flatMap(row -> row.order().stream())
                .distinct()
                .toArray(String[]::new);
        return cited.length == 0
                ? Set.of()
                : Set.copyOf(Sql.list(connection, """
                        select entry_hash from ledger.entry
                        where entry_hash in (select decode(translate(h, '-_', '+/') || '=', 'base64') from unnest(?::text[]) h)
                        """, row -> Base64Text.URL.encode(row.getBytes(1)), (Object) cited));
    }
}
