package org.indelible.anchoring.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.indelible.anchoring.jdbc.Database;

/**
 * The key vault in PostgreSQL, schema {@code vault}, through a data source of its own. Keys are wrapped under {@link KeyEncryptionKey}.
 *
 * <p>A destroyed key is gone from the table at once and from its dead rows at the next vacuum, which the table's settings make prompt;
 * from archived write-ahead logs and backups of the vault it goes with their retention.
 */
public final class JdbcKeyVault implements KeyVault {
    private static final int POOL = 256;
    private static final int CACHED = 10_000;

    private record Subject(String ledger, String name) {}

    private final Database database;
    private final KeyEncryptionKey wrapping;
    private final SecureRandom random = new SecureRandom();
    private final KeyCache<Subject> bySubject = new KeyCache<>(CACHED);
    private final KeyCache<String> byRef = new KeyCache<>(CACHED);
    private final DisclosureKeyPool pool = new DisclosureKeyPool(this::durableBatch, POOL / 2);

    private JdbcKeyVault(Database database, KeyEncryptionKey wrapping) {
        this.database = database;
        this.wrapping = wrapping;
    }

    /**
     * Opens the vault; a new one is bound to this password.
     *
     * @throws KeyVaultException where the password is not the vault's
     */
    public static JdbcKeyVault open(DataSource dataSource, char[] password) {
        Database database = database(dataSource);
        return new JdbcKeyVault(database, VaultPassword.unlock(database, password));
    }

    /** The same vault in a copy of its database, such as a restored one; the password need not be given again. */
    public JdbcKeyVault copyIn(DataSource dataSource) {
        return new JdbcKeyVault(database(dataSource), wrapping);
    }

    private static Database database(DataSource dataSource) {
        return new Database(
                dataSource, e -> new KeyVaultException("the key vault's database failed: " + e.getMessage(), e));
    }

    @Override
    public DataKey participantKey(String ledger, String participant) {
        Subject subject = new Subject(ledger, participant);
        return bySubject.get(subject).orElseGet(() -> {
            DataKey key = durableSubjectKey(subject);
            bySubject.put(subject, key);
            return key;
        });
    }

    private DataKey durableSubjectKey(Subject subject) {
        DataKey fresh = freshKey();
        // Whoever comes first makes the key; the other, on this node or another, takes the one that is there.
        database.update(
                "insert into vault.data_key (ref, ledger, subject, wrapped) values (?, ?, ?, ?) on conflict do nothing",
                fresh.ref(),
                subject.ledger(),
                subject.name(),
                wrapping.wrap(fresh));
        return database.first(
                        "select ref, wrapped from vault.data_key where ledger = ? and subject = ?",
                        row -> wrapping.unwrap(row.getString("ref"), row.getBytes("wrapped")),
                        subject.ledger(),
                        subject.name())
                .orElseThrow(() -> new KeyVaultException("a key was destroyed while it was being made; repeat", null));
    }

    @Override
    public DataKey disclosureKey() {
        return pool.take();
    }

    private Collection<DataKey> durableBatch() {
        List<DataKey> keys = Stream.generate(this::freshKey).limit(POOL).toList();
        database.update(
                "insert into vault.data_key (ref, wrapped) select * from unnest(?::text[], ?::bytea[])",
                keys.stream().map(DataKey::ref).toArray(String[]::new),
                keys.stream().map(wrapping::wrap).toArray(byte[][]::new));
        return keys;
    }

    @Override
    public Map<String, DataKey> find(Collection<String> refs) {
        Map<String, DataKey> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String ref : refs) {
            byRef.get(ref).ifPresentOrElse(key -> found.put(ref, key), () -> missing.add(ref));
        }
        if (!missing.isEmpty()) {
            database.list(
                            "select ref, wrapped from vault.data_key where ref = any (?)",
                            row -> wrapping.unwrap(row.getString("ref"), row.getBytes("wrapped")),
                            (Object) missing.toArray(String[]::new))
                    .forEach(key -> {
                        byRef.put(key.ref(), key);
                        found.put(key.ref(), key);
                    });
        }
        return found;
    }

    @Override
    public void destroy(Collection<String> refs) {
        forget(refs);
        database.update("""
                with gone as (delete from vault.data_key where ref = any (?))
                insert into vault.destroyed_key (ref) select distinct * from unnest(?) on conflict do nothing
                """, refs.toArray(String[]::new), refs.toArray(String[]::new));
        // Again: a reader may have put it back between.
        forget(refs);
    }

    @Override
    public void forget(Collection<String> refs) {
        refs.forEach(bySubject::removeRef);
        refs.forEach(byRef::removeRef);
    }

    @Override
    public Set<String> destroyed(Collection<String> refs) {
        return Set.copyOf(database.list(
                "select ref from vault.destroyed_key where ref = any (?)", row -> row.getString("ref"), (Object)
                        refs.toArray(String[]::new)));
    }

    private DataKey freshKey() {
        byte[] key = new byte[DataKey.BYTES];
        random.nextBytes(key);
        return new DataKey(UUID.randomUUID().toString(), key);
    }
}
