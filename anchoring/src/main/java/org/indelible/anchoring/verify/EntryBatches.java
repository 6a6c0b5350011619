package org.indelible.anchoring.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
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

/**
 * Reads a ledger in bounded batches and examines each over all cores. While one is made use of, the next is being examined and the one after
 * that is on its way. For one thread.
 */
final class EntryBatches {
    static final int SIZE = 1000;

    private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);

    private final Database database;
    private final KeyVault vault;
    private final EntryExaminer examiner;
    private @Nullable Examining ahead;

    /** Where a batch begins, and before which leaf index the last one ends. */
    private record Place(String ledger, long from, long before) {
        Optional<Place> after(List<StoredDisclosures> rows) {
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Place(ledger, rows.getLast().entry().leafIndex() + 1, before))
                            .filter(place -> place.from < before);
        }
    }

    private record Loading(Place place, CompletableFuture<List<StoredDisclosures>> rows) {}

    /** @param next under way as soon as it is known where it begins */
    private record Examining(
            Place place, CompletableFuture<List<ExaminedEntry>> entries, CompletableFuture<Optional<Loading>> next) {}

    EntryBatches(Database database, KeyVault vault, EntryExaminer examiner) {
        this.database = database;
        this.vault = vault;
        this.examiner = examiner;
    }

    /** The next entries from this leaf index on, before another. */
    List<ExaminedEntry> read(String ledger, long from, long before) {
        Place place = new Place(ledger, from, before);
        Examining begun = ahead;
        ahead = null;
        Examining batch = begun != null && begun.place().equals(place) ? begun : examine(load(place));
        List<ExaminedEntry> entries = await(batch.entries());
        ahead = await(batch.next()).map(this::examine).orElse(null);
        return entries;
    }

    private Loading load(Place place) {
        return new Loading(place, CompletableFuture.supplyAsync(() -> rows(place), ASIDE));
    }

    private Examining examine(Loading loading) {
        return new Examining(
                loading.place(),
                loading.rows().thenApplyAsync(this::examine, ASIDE),
                loading.rows().thenApply(rows -> loading.place().after(rows).map(this::load)));
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private List<StoredDisclosures> rows(Place place) {
        return load(
                "where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index limit ?",
                place.ledger(),
                place.from(),
                place.before(),
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
