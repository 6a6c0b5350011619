package org.indelible.anchoring.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/** Reading of whole entries. */
final class EntryQueries {
    private final Database database;
    private final EntryAssembly assembly;

    EntryQueries(Database database, KeyVault vault) {
        this.database = database;
        this.assembly = new EntryAssembly(vault);
    }

    Stream<StoredEntry> stream(String stream, long fromSeq) {
        return EntryPages.stream(
                fromSeq,
                from -> read("where stream = ? and seq >= ? order by seq limit ?", stream, from, EntryPages.PAGE),
                StoredEntry::seq);
    }

    Stream<StoredEntry> ledger(String ledger, long fromLeafIndex, long toLeafIndex) {
        return EntryPages.stream(
                fromLeafIndex,
                from -> read(
                        "where ledger = ? and leaf_index >= ? and leaf_index < ? order by leaf_index limit ?",
                        ledger,
                        from,
                        toLeafIndex,
                        EntryPages.PAGE),
                StoredEntry::leafIndex);
    }

    Stream<StoredEntry> streams(String ledger, Set<String> streams, long toLeafIndex) {
        String[] names = streams.toArray(String[]::new);
        return EntryPages.stream(
                0,
                from -> read(
                        "where ledger = ? and stream = any (?) and leaf_index >= ? and leaf_index < ? order by leaf_index limit ?",
                        ledger,
                        names,
                        from,
                        toLeafIndex,
                        EntryPages.PAGE),
                StoredEntry::leafIndex);
    }

    List<StoredEntry> fromPosition(long position, int limit) {
        return read("where position >= ? order by position limit ?", position, limit);
    }

    List<StoredEntry> fromLeaf(String ledger, long fromLeafIndex, int limit) {
        return read("where ledger = ? and leaf_index >= ? order by leaf_index limit ?", ledger, fromLeafIndex, limit);
    }

    Optional<StoredEntry> at(String ledger, long leafIndex) {
        return read("where ledger = ? and leaf_index = ?", ledger, leafIndex).stream()
                .findFirst();
    }

    Optional<StoredEntry> byJti(String jti) {
        return read("where jti = ?", jti).stream().findFirst();
    }

    /** Nothing has a hash that is none. */
    Optional<StoredEntry> byHash(String entryHash) {
        byte[] hash;
        try {
            hash = Base64Text.URL.decode(entryHash);
        } catch (EncodingException e) {
            return Optional.empty();
        }
        return read("where entry_hash = ?", hash).stream().findFirst();
    }

    private List<StoredEntry> read(String where, Object... parameters) {
        return database.withConnection(connection -> assembly.assemble(
                connection, Sql.list(connection, EntryRows.SELECT + where, EntryRows::read, parameters)));
    }
}
