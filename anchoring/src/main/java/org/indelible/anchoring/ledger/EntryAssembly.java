package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.SealedEntry;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.primitive.Base64Text;

/** Puts entries together from their rows: decrypts what can be decrypted, marks what was erased. */
final class EntryAssembly {
    private record Leaf(String ledger, long index) {}

    private final KeyVault vault;

    EntryAssembly(KeyVault vault) {
        this.vault = vault;
    }

    List<StoredEntry> assemble(Connection connection, List<EntryRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<ErasableRow> erasable = ErasableRow.of(connection, rows);
        Map<String, DataKey> keys = keysOf(erasable);
        Map<Leaf, List<ErasableRow>> byLeaf =
                erasable.stream().collect(Collectors.groupingBy(row -> new Leaf(row.ledger(), row.leafIndex())));
        return rows.stream()
                .map(row ->
                        assemble(row, byLeaf.getOrDefault(new Leaf(row.ledger(), row.leafIndex()), List.of()), keys))
                .toList();
    }

    private Map<String, DataKey> keysOf(List<ErasableRow> rows) {
        Set<String> refs = rows.stream()
                .filter(row -> row.ciphertext().isPresent())
                .map(ErasableRow::keyRef)
                .collect(Collectors.toSet());
        return refs.isEmpty() ? Map.of() : vault.find(refs);
    }

    private static StoredEntry assemble(EntryRow row, List<ErasableRow> erasable, Map<String, DataKey> keys) {
        List<Disclosure> disclosures = new ArrayList<>(clear(row));
        Set<String> erased = new HashSet<>();
        for (ErasableRow disclosure : erasable) {
            DataKey key = keys.get(disclosure.keyRef());
            if (disclosure.ciphertext().isEmpty() || key == null) {
                // A key gone without a record is as good as erased for readers; the verifier calls it what it is.
                erased.add(disclosure.digest());
            } else {
                disclosures.add(
                        decrypt(row, disclosure, key, disclosure.ciphertext().orElseThrow()));
            }
        }
        return new StoredEntry(
                row.position(),
                row.ledger(),
                row.leafIndex(),
                row.stream(),
                row.seq(),
                row.jti(),
                row.iat(),
                Base64Text.URL.encode(row.leafHash()),
                Base64Text.URL.encode(row.entryHash()),
                new SealedEntry(row.header(), row.payload(), row.signature(), disclosures),
                erased);
    }

    private static List<Disclosure> clear(EntryRow row) {
        try {
            return ClearDisclosures.read(row.disclosures());
        } catch (IllegalArgumentException e) {
            throw new StoredEntryDamagedException(row.ledger(), row.leafIndex(), "disclosures", e);
        }
    }

    private static Disclosure decrypt(EntryRow row, ErasableRow disclosure, DataKey key, byte[] ciphertext) {
        try {
            return new Disclosure(
                    DisclosureCipher.decrypt(key, ciphertext, row.jti(), disclosure.digest()),
                    disclosure.digest(),
                    DisclosureClass.ofLetter(disclosure.disclosureClass()));
        } catch (CipherTextException e) {
            throw new StoredEntryDamagedException(
                    row.ledger(), row.leafIndex(), "disclosure " + disclosure.digest(), e);
        }
    }
}
