package org.indelible.anchoring.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.keys.KeyVault;

/** Reading of single disclosures out of many entries, for pages that cite them. */
final class DisclosureQueries {
    private static final String CITED =
            EntryRows.SELECT + "where (ledger, leaf_index) in (select * from unnest(?::text[], ?::bigint[]))";

    private record Leaf(String ledger, long index) {}

    private final Database database;
    private final EntryAssembly assembly;

    DisclosureQueries(Database database, KeyVault vault) {
        this.database = database;
        this.assembly = new EntryAssembly(vault);
    }

    Map<DisclosureRef, DisclosureState> read(Collection<DisclosureRef> refs) {
        Set<Leaf> leaves = refs.stream()
                .map(ref -> new Leaf(ref.ledger(), ref.leafIndex()))
                .collect(Collectors.toSet());
        Map<Leaf, StoredEntry> entries = entries(List.copyOf(leaves));
        Map<DisclosureRef, DisclosureState> states = new HashMap<>();
        for (DisclosureRef ref : refs) {
            StoredEntry entry = entries.get(new Leaf(ref.ledger(), ref.leafIndex()));
            states.put(
                    ref,
                    entry == null
                            ? new DisclosureState.Withheld()
                            : entry.disclosureStates().apply(ref.digest()));
        }
        return states;
    }

    private Map<Leaf, StoredEntry> entries(List<Leaf> leaves) {
        return database
                .withConnection(connection -> assembly.assemble(
                        connection,
                        Sql.list(
                                connection,
                                CITED,
                                EntryRows::read,
                                leaves.stream().map(Leaf::ledger).toArray(String[]::new),
                                leaves.stream().map(Leaf::index).toArray(Long[]::new))))
                .stream()
                .collect(Collectors.toMap(entry -> new Leaf(entry.ledger(), entry.leafIndex()), entry -> entry));
    }
}
