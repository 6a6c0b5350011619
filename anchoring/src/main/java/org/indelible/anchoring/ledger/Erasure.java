package org.indelible.anchoring.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * Erases disclosures: noted in the journal outside the database first, then on record in the ledger's database, then in the key vault. Whether it is allowed is decided before, and
 * stands in the entry that orders it. Should the process end in between, {@link #reapply()} finishes at the next start.
 */
public final class Erasure {
    private final Database database;
    private final KeyVault vault;
    private final Consumer<Collection<ErasureLine>> journal;

    /** Without a journal: what is erased is found again in the ledger's database only. */
    public Erasure(DataSource dataSource, KeyVault vault) {
        this(dataSource, vault, lines -> {});
    }

    public Erasure(DataSource dataSource, KeyVault vault, ErasureJournal journal) {
        this(dataSource, vault, journal::add);
    }

    private Erasure(DataSource dataSource, KeyVault vault, Consumer<Collection<ErasureLine>> journal) {
        this.journal = journal;
        this.database = new Database(dataSource, DatabaseFailure::translate);
        this.vault = vault;
    }

    /**
     * Erases these disclosures of one ledger. A key that others still need stays; the ciphertext goes in any case.
     *
     * @param order hash of the entry that orders it, of this ledger or {@code platform}
     */
    public void erase(String order, String ledger, Collection<DisclosureRef> refs) {
        erase(order, ledger, List.copyOf(refs), new String[0]);
    }

    /** Erases all IDENTITY disclosures about a participant (or other subject) of a ledger, by destroying their key. */
    public void eraseParticipant(String order, String ledger, String participant) {
        erase(order, ledger, List.of(), new String[] {
            vault.participantKey(ledger, participant).ref()
        });
    }

    private void erase(String order, String ledger, List<DisclosureRef> refs, String[] keys) {
        if (refs.stream().anyMatch(ref -> !ref.ledger().equals(ledger))) {
            throw new IllegalArgumentException("an erasure is of one ledger: " + ledger);
        }
        journal.accept(Stream.concat(
                        refs.stream()
                                .<ErasureLine>map(
                                        ref -> new ErasureLine.Text(ledger, ref.leafIndex(), ref.digest(), order)),
                        Arrays.stream(keys).map(ref -> new ErasureLine.Key(ref, order)))
                .toList());
        List<String> unused = database.inTransaction(connection -> Sql.list(
                connection,
                "select * from ledger.erase(?, ?, ?, ?, ?)",
                row -> row.getString(1),
                hash(order),
                ledger,
                refs.stream().map(DisclosureRef::leafIndex).toArray(Long[]::new),
                refs.stream().map(DisclosureRef::digest).toArray(String[]::new),
                keys));
        vault.destroy(unused);
    }

    /** Destroys again every key that was ever given up; after a restore of the key vault, and at each start. */
    public void reapply() {
        vault.destroy(database.list("select key_ref from ledger.erased_key", row -> row.getString(1)));
    }

    /** Everything on record as erased, as lines of a journal. */
    public List<ErasureLine> onRecord() {
        List<ErasureLine> lines = new ArrayList<>(database.list(
                "select ledger, leaf_index, digest, cause from ledger.erasure order by erased_at",
                row -> new ErasureLine.Text(
                        row.getString("ledger"),
                        row.getLong("leaf_index"),
                        row.getString("digest"),
                        Base64Text.URL.encode(row.getBytes("cause")))));
        lines.addAll(database.list(
                "select key_ref, cause from ledger.erased_key order by erased_at",
                row -> new ErasureLine.Key(row.getString("key_ref"), Base64Text.URL.encode(row.getBytes("cause")))));
        return lines;
    }

    /** Which of these are there, as after the restore of a backup that is older than their erasure. */
    public List<ErasureLine> broughtBack(Collection<ErasureLine> lines) {
        Set<String> there = new HashSet<>(database.list(
                "select ledger, leaf_index, digest from ledger.erasable_disclosure where digest = any (?)",
                row -> new ErasureLine.Text(row.getString(1), row.getLong(2), row.getString(3), "").name(),
                (Object) lines.stream()
                        .flatMap(line -> line instanceof ErasureLine.Text text ? Stream.of(text.digest()) : Stream.of())
                        .toArray(String[]::new)));
        List<String> refs = lines.stream()
                .flatMap(line -> line instanceof ErasureLine.Key key ? Stream.of(key.ref()) : Stream.of())
                .toList();
        vault.find(refs).keySet().forEach(ref -> there.add(new ErasureLine.Key(ref, "").name()));
        database.list(
                        "select distinct key_ref from ledger.erasable_disclosure where key_ref = any (?)",
                        row -> row.getString(1),
                        (Object) refs.toArray(String[]::new))
                .forEach(ref -> there.add(new ErasureLine.Key(ref, "").name()));
        return lines.stream().filter(line -> there.contains(line.name())).toList();
    }

    /**
     * Erases what was brought back.
     *
     * @param order hash of the entry of {@code platform} that orders it anew
     */
    public void eraseAgain(String order, Collection<ErasureLine> lines) {
        Map<String, List<DisclosureRef>> texts = lines.stream()
                .flatMap(line -> line instanceof ErasureLine.Text text ? Stream.of(text) : Stream.of())
                .map(text -> new DisclosureRef(text.ledger(), text.leafIndex(), text.digest()))
                .collect(Collectors.groupingBy(DisclosureRef::ledger));
        texts.forEach((ledger, refs) -> erase(order, ledger, refs));
        String[] keys = lines.stream()
                .flatMap(line -> line instanceof ErasureLine.Key key ? Stream.of(key.ref()) : Stream.of())
                .toArray(String[]::new);
        erase(order, LedgerStore.PLATFORM, List.of(), keys);
    }

    private static byte[] hash(String order) {
        try {
            return Base64Text.URL.decode(order);
        } catch (EncodingException e) {
            throw new IllegalArgumentException("an erasure is ordered by an entry hash in base64url", e);
        }
    }
}
