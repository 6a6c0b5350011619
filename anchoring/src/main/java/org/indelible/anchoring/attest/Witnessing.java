package org.indelible.anchoring.attest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.attest.AttestorReport.State;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.ledger.TileService;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.policy.PolicyWitness;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.witness.WitnessClient;
import org.indelible.anchoring.witness.WitnessOutcome;
import org.indelible.anchoring.witness.WitnessSubmission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the latest checkpoints to the witnesses of a policy that have a URL, and keeps their cosignatures. Each witness is waited for on a
 * thread of its own and asked again with growing pauses; nothing else waits for any of them.
 */
public final class Witnessing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnessing.class);

    /** Further apart than two clocks that anybody looks after. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private record Asked(PolicyWitness witness, String ledger) {}

    private final TrustPolicy policy;
    private final List<String> ledgers;
    private final CheckpointService checkpoints;
    private final TileService tiles;
    private final Cosignatures cosignatures;
    private final AttestorReports reports;
    private final WitnessClient client;
    private final Clock clock;
    private final Attempts<Asked> attempts = new Attempts<>();
    private final Background background = new Background();

    /**
     * @param ledgers whose checkpoints are shown
     * @param patience for one request to a witness
     */
    public Witnessing(
            TrustPolicy policy,
            List<String> ledgers,
            CheckpointService checkpoints,
            TileService tiles,
            Cosignatures cosignatures,
            AttestorReports reports,
            Duration patience,
            Clock clock) {
        this.policy = policy;
        this.ledgers = List.copyOf(ledgers);
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.cosignatures = cosignatures;
        this.reports = reports;
        this.client = new WitnessClient(patience);
        this.clock = clock;
    }

    /** Asks whom it is time to ask, and returns at once. */
    public void pass() {
        for (String ledger : ledgers) {
            Optional<SignedCheckpoint> latest = checkpoints.latest(ledger);
            if (latest.isEmpty()) {
                continue;
            }
            for (PolicyWitness witness : policy.witnesses()) {
                if (witness.url().isPresent()) {
                    pass(new Asked(witness, ledger), URI.create(witness.url().get()), latest.get());
                }
            }
        }
    }

    /** Waits for what {@link #pass} began. */
    public void await() {
        background.await();
    }

    private void pass(Asked asked, URI where, SignedCheckpoint checkpoint) {
        long last = cosignatures
                .latest(asked.ledger(), asked.witness().vkey())
                .map(StoredCosignature::size)
                .orElse(0L);
        if (last == checkpoint.size() || !attempts.begin(asked, clock.instant())) {
            return;
        }
        background.run(() -> {
            boolean answered = false;
            try {
                ask(asked, where, checkpoint, last);
                answered = true;
            } finally {
                if (!answered) {
                    attempts.failed(asked, clock.instant(), Optional.empty());
                }
            }
        });
    }

    private void ask(Asked asked, URI where, SignedCheckpoint checkpoint, long last) {
        WitnessOutcome outcome = new WitnessSubmission(
                        client, where, asked.witness().verifier())
                .submit(note(checkpoint), last, CheckpointTree.of(tiles, asked.ledger(), checkpoint.size()));
        Instant now = clock.instant();
        switch (outcome) {
            case WitnessOutcome.Cosigned cosigned -> {
                keep(asked, checkpoint, cosigned, now);
                attempts.succeeded(asked);
            }
            case WitnessOutcome.Contradicted contradicted -> {
                LOG.error(
                        "Witness {} contradicts ledger {}: {}. The ledger was rewritten, rolled back or forked, or the witness lies",
                        asked.witness().name(),
                        asked.ledger(),
                        contradicted.reason());
                failed(asked, State.CONTRADICTED, contradicted.reason(), Optional.empty(), now);
            }
            case WitnessOutcome.Refused refused ->
                failed(asked, State.REFUSED, refused.reason(), Optional.empty(), now);
            case WitnessOutcome.NoAnswer none -> failed(asked, State.NO_ANSWER, none.reason(), none.retryAfter(), now);
        }
    }

    private void keep(Asked asked, SignedCheckpoint checkpoint, WitnessOutcome.Cosigned cosigned, Instant now) {
        cosignatures.add(new StoredCosignature(
                asked.ledger(),
                checkpoint.size(),
                asked.witness().vkey(),
                cosigned.cosignature().toString(),
                cosigned.time(),
                now));
        Duration apart = Duration.between(now, cosigned.time());
        String detail = apart.abs().compareTo(CLOCKS_APART) > 0
                ? "its clock says " + (apart.isNegative() ? "less" : "more") + " than ours by more than "
                        + CLOCKS_APART.toMinutes() + " minutes"
                : "";
        report(asked, State.GOOD, detail, now);
    }

    private void failed(Asked asked, State state, String detail, Optional<Duration> retryAfter, Instant now) {
        report(asked, state, detail, now);
        attempts.failed(asked, now, retryAfter);
    }

    private void report(Asked asked, State state, String detail, Instant now) {
        reports.report(new AttestorReport(asked.ledger(), asked.witness().vkey(), state, detail, now));
    }

    static SignedNote note(SignedCheckpoint checkpoint) {
        try {
            return SignedNote.parse(checkpoint.note().getBytes(UTF_8));
        } catch (NoteFormatException e) {
            throw new IllegalStateException("a stored checkpoint is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
        background.close();
    }
}
