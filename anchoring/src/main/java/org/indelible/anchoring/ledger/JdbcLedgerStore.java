package org.indelible.anchoring.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.keys.KeyVault;

/** The ledgers of one PostgreSQL database, schema {@code ledger}, used with the application's role. */
public final class JdbcLedgerStore implements LedgerStore {
    private final KeyVault vault;
    private final EntryPreparation preparation;
    private final Appender appender;
    private final EntryQueries entries;
    private final DisclosureQueries disclosures;
    private final HeadQueries heads;

    private JdbcLedgerStore(
            DataSource dataSource,
            KeyVault vault,
            AppenderSettings settings,
            AppendHook hook,
            AcknowledgedEntries acknowledged) {
        Database database = new Database(dataSource, DatabaseFailure::translate);
        this.vault = vault;
        this.preparation = new EntryPreparation(vault);
        this.appender = new Appender(dataSource, settings, hook, acknowledged);
        this.entries = new EntryQueries(database, vault);
        this.disclosures = new DisclosureQueries(database, vault);
        this.heads = new HeadQueries(database);
    }

    /** One connection of the data source is kept for appending while the store is open. */
    public static JdbcLedgerStore open(DataSource dataSource, KeyVault vault) {
        return open(dataSource, vault, AppenderSettings.DEFAULT, AppendHook.NONE);
    }

    public static JdbcLedgerStore open(
            DataSource dataSource, KeyVault vault, AppenderSettings settings, AppendHook hook) {
        return open(dataSource, vault, settings, hook, AcknowledgedEntries.NONE);
    }

    /** Notes what it acknowledges in the file beside the high-water file. */
    public static JdbcLedgerStore open(
            DataSource dataSource,
            KeyVault vault,
            AppenderSettings settings,
            AppendHook hook,
            HighWaterFile highWater) {
        return open(dataSource, vault, settings, hook, highWater.acknowledged());
    }

    private static JdbcLedgerStore open(
            DataSource dataSource,
            KeyVault vault,
            AppenderSettings settings,
            AppendHook hook,
            AcknowledgedEntries acknowledged) {
        JdbcLedgerStore store = new JdbcLedgerStore(dataSource, vault, settings, hook, acknowledged);
        store.appender.start();
        return store;
    }

    @Override
    public AppendReceipt append(AppendRequest request) {
        PendingCommand command = preparation.prepare(request);
        try {
            return appender.append(command);
        } catch (AppendRejectedException e) {
            if (e.reason() != AppendRejectedException.Reason.KEY_ERASED) {
                throw e;
            }
            // Another node destroyed a key this one still had at hand: with it forgotten, a new key is made.
            vault.forget(command.entries().stream()
                    .flatMap(entry -> entry.encrypted().stream())
                    .map(EncryptedDisclosure::keyRef)
                    .toList());
            return appender.append(preparation.prepare(request));
        }
    }

    @Override
    public Stream<StoredEntry> readStream(String stream, long fromSeq) {
        return entries.stream(stream, fromSeq);
    }

    @Override
    public List<StoredEntry> readFromPosition(long position, int limit) {
        return entries.fromPosition(position, limit);
    }

    @Override
    public List<StoredEntry> readLedger(String ledger, long fromLeafIndex, int limit) {
        return entries.fromLeaf(ledger, fromLeafIndex, limit);
    }

    @Override
    public Stream<StoredEntry> streamLedger(String ledger, long fromLeafIndex, long toLeafIndex) {
        return entries.ledger(ledger, fromLeafIndex, toLeafIndex);
    }

    @Override
    public Stream<StoredEntry> streamLedger(String ledger, Set<String> streams, long toLeafIndex) {
        return entries.streams(ledger, streams, toLeafIndex);
    }

    @Override
    public Optional<StoredEntry> entry(String ledger, long leafIndex) {
        return entries.at(ledger, leafIndex);
    }

    @Override
    public Optional<StoredEntry> entryByHash(String entryHash) {
        return entries.byHash(entryHash);
    }

    @Override
    public Optional<StoredEntry> entryByJti(String jti) {
        return entries.byJti(jti);
    }

    @Override
    public Map<DisclosureRef, DisclosureState> disclosures(Collection<DisclosureRef> refs) {
        return disclosures.read(refs);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return heads.lastSequence(stream);
    }

    @Override
    public long headPosition() {
        return heads.headPosition();
    }

    @Override
    public long positionAsOf(Instant instant) {
        return heads.positionAsOf(instant);
    }

    @Override
    public long ledgerSize(String ledger) {
        return heads.size(ledger);
    }

    @Override
    public long treeSizeAsOf(String ledger, Instant instant) {
        return heads.treeSizeAsOf(ledger, instant);
    }

    @Override
    public List<String> ledgers() {
        return heads.ledgers();
    }

    @Override
    public void close() {
        appender.close();
    }
}
