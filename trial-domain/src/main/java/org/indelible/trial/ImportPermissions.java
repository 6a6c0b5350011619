package org.indelible.trial;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.indelible.shared.AccountId;
import org.indelible.shared.DocumentHash;

/**
 * What data from elsewhere a trial has let in.
 *
 * @param agreements transfer agreements by their id, each with its item OIDs
 * @param proposals migrations that wait for a second person, each with the first
 */
public record ImportPermissions(
        Map<String, Set<String>> agreements,
        Map<DocumentHash, AccountId> proposals,
        Set<DocumentHash> authorisedMigrations) {

    static final ImportPermissions NONE = new ImportPermissions(Map.of(), Map.of(), Set.of());

    ImportPermissions agreed(String agreementId, Set<String> itemOids) {
        return new ImportPermissions(plus(agreements, agreementId, itemOids), proposals, authorisedMigrations);
    }

    ImportPermissions proposed(DocumentHash file, AccountId by) {
        return new ImportPermissions(agreements, plus(proposals, file, by), authorisedMigrations);
    }

    ImportPermissions authorised(DocumentHash file) {
        Set<DocumentHash> all = new HashSet<>(authorisedMigrations);
        all.add(file);
        return new ImportPermissions(agreements, proposals, Set.copyOf(all));
    }

    private static <K, V> Map<K, V> plus(Map<K, V> map, K key, V value) {
        Map<K, V> larger = new HashMap<>(map);
        larger.put(key, value);
        return Map.copyOf(larger);
    }
}
