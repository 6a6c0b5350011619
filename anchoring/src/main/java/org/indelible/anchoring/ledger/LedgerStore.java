package org.indelible.anchoring.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.anchoring.entry.DisclosureState;

/**
 * All ledgers of one database. Safe for use by many threads. Entries arrive in bounded fetches; a stream holds no connection and
 * need not be closed.
 */
public interface LedgerStore extends AutoCloseable {
    /** The ledger of accounts, certificates and checkpoints. */
    String PLATFORM = "platform";

    /** The PostgreSQL channel that is notified once an append is visible; its payload is the last position. */
    String CHANNEL = "indelible_append";

    /**
     * Stores the entries of one command and returns once they are durable.
     *
     * @throws StreamConflictException where a stream is not where the command believed it to be
     * @throws DuplicateJtiException where an entry is already stored
     * @throws AppendRejectedException where the queue is full or the store closed
     * @throws LedgerUnavailableException where the database failed
     */
    AppendReceipt append(AppendRequest request);

    /** A stream's entries from this sequence number on. */
    Stream<StoredEntry> readStream(String stream, long fromSeq);

    /** Entries of all ledgers at this position and after, at most so many. */
    List<StoredEntry> readFromPosition(long position, int limit);

    /** A ledger's entries from this leaf index on, at most so many. */
    List<StoredEntry> readLedger(String ledger, long fromLeafIndex, int limit);

    /** A ledger's entries from one leaf index to before another. */
    Stream<StoredEntry> streamLedger(String ledger, long fromLeafIndex, long toLeafIndex);

    /** The entries of some streams of a ledger, in the order of their leaf indexes, to before one. */
    Stream<StoredEntry> streamLedger(String ledger, Set<String> streams, long toLeafIndex);

    Optional<StoredEntry> entry(String ledger, long leafIndex);

    /** @param entryHash base64url, as {@code prev} and citations hold it */
    Optional<StoredEntry> entryByHash(String entryHash);

    Optional<StoredEntry> entryByJti(String jti);

    /** What the cited disclosures hold now, in one read. Absent ones are {@link DisclosureState.Withheld}. */
    Map<DisclosureRef, DisclosureState> disclosures(Collection<DisclosureRef> refs);

    /** The stream's last sequence number; empty where there is no such stream. */
    OptionalLong lastSequence(String stream);

    /** The last position, -1 where nothing is stored. */
    long headPosition();

    /** The last position of entries not later than the instant, counted over the longest prefix that holds no later one; -1 where none. */
    long positionAsOf(Instant instant);

    /** Number of entries; 0 where there is no such ledger. */
    long ledgerSize(String ledger);

    /** The largest tree size whose every {@code iat} is not later than the instant. */
    long treeSizeAsOf(String ledger, Instant instant);

    /** All ledgers, by name. */
    List<String> ledgers();

    /** Finishes what is queued, refuses what comes after. */
    @Override
    void close();
}
