package org.indelible.anchoring.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryDraft;
import org.indelible.anchoring.entry.EntrySealer;
import org.indelible.anchoring.entry.SaltSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Seals the {@link CheckpointEvent} of each trial checkpoint as the system author of this moment. */
public final class SealingPlatformAppender implements PlatformAppender {
    private static final int ATTEMPTS = 10;

    /**
     * As whom to seal.
     *
     * @param act the {@code act} claim
     * @param auth hash of the platform entry that certified the key
     */
    public record SystemAuthor(AuthorKey key, ObjectNode act, String auth) {}

    private final LedgerStore store;
    private final EntrySealer sealer;
    private final Supplier<SystemAuthor> author;
    private final Clock clock;

    public SealingPlatformAppender(LedgerStore store, EntrySealer sealer, Supplier<SystemAuthor> author, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.author = author;
        this.clock = clock;
    }

    @Override
    public void append(SignedCheckpoint checkpoint) {
        for (int attempt = 1; ; attempt++) {
            EntryDraft draft = draft(checkpoint, author.get());
            try {
                store.append(AppendRequest.of(
                        NewEntry.of(draft, sealer.seal(draft, author.get().key(), SaltSource.secureRandom()))));
                return;
            } catch (DuplicateJtiException e) {
                return;
            } catch (StreamConflictException e) {
                // Another node entered a checkpoint of another trial.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private EntryDraft draft(SignedCheckpoint checkpoint, SystemAuthor as) {
        OptionalLong last = store.lastSequence(CheckpointEvent.STREAM);
        // Of a stream found empty, nothing is read: another node may have begun it meanwhile, which the append then
        // says.
        Optional<String> prev = last.isEmpty()
                ? Optional.empty()
                : store.readStream(CheckpointEvent.STREAM, last.getAsLong())
                        .findFirst()
                        .map(StoredEntry::entryHash);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new EntryDraft(
                new EntryClaims(
                        CheckpointEvent.jti(checkpoint),
                        LedgerStore.PLATFORM,
                        CheckpointEvent.STREAM,
                        CheckpointEvent.STREAM_TYPE,
                        last.orElse(-1) + 1,
                        prev,
                        CheckpointEvent.TYPE,
                        CheckpointEvent.REVISION,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        as.act(),
                        as.auth(),
                        Optional.empty(),
                        Optional.empty(),
                        JsonNodeFactory.instance.objectNode()),
                CheckpointEvent.data(checkpoint));
    }
}
