package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CosignatureVerifier;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.NodeReader;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.SignedNote;

/**
 * Has one checkpoint cosigned by one witness. Where the witness cosigned another size last, proves the way from there: that is found out
 * here and needs nobody's help.
 */
public final class WitnessSubmission {
    /** First try, one correction, one more because another node may have been faster. */
    private static final int TRIES = 3;

    private final WitnessClient client;
    private final URI prefix;
    private final CosignatureVerifier key;

    public WitnessSubmission(WitnessClient client, URI prefix, CosignatureVerifier key) {
        this.client = client;
        this.prefix = prefix;
        this.key = key;
    }

    /**
     * Asks the witness.
     *
     * @param note checkpoint with the log's signature
     * @param lastCosigned the size that the witness is thought to have cosigned last; 0 where nothing is known
     * @param tree of the checkpoint's size
     */
    public WitnessOutcome submit(SignedNote note, long lastCosigned, NodeReader tree) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.of(note);
        } catch (CheckpointFormatException e) {
            throw new IllegalArgumentException("only checkpoints are submitted: " + e.getMessage(), e);
        }
        if (lastCosigned > checkpoint.size()) {
            return ahead(lastCosigned, checkpoint);
        }
        long old = lastCosigned;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            WitnessAnswer answer = client.add(prefix, new AddCheckpoint(old, proof(old, checkpoint, tree), note));
            switch (answer) {
                case WitnessAnswer.Lines lines -> {
                    return cosigned(note, lines.lines());
                }
                case WitnessAnswer.Nothing nothing -> {
                    return new WitnessOutcome.NoAnswer(nothing.reason(), nothing.retryAfter());
                }
                case WitnessAnswer.Refused refused -> {
                    return refused(refused, old);
                }
                case WitnessAnswer.Conflict conflict -> {
                    Optional<WitnessOutcome> end = end(conflict.size(), old, checkpoint);
                    if (end.isPresent()) {
                        return end.get();
                    }
                    old = conflict.size().getAsLong();
                }
            }
        }
        return new WitnessOutcome.NoAnswer("it named another size each time it was asked", Optional.empty());
    }

    private static List<Hash> proof(long old, Checkpoint checkpoint, NodeReader tree) {
        return old == 0 || old == checkpoint.size()
                ? List.of()
                : ConsistencyProof.of(old, checkpoint.size(), tree).hashes();
    }

    private static Optional<WitnessOutcome> end(OptionalLong size, long old, Checkpoint checkpoint) {
        if (size.isEmpty()) {
            return Optional.of(
                    old == checkpoint.size()
                            ? new WitnessOutcome.Contradicted(
                                    "it has cosigned another root for the size " + checkpoint.size())
                            : new WitnessOutcome.NoAnswer(
                                    "it refused the old size " + old + " and did not say which it has",
                                    Optional.empty()));
        }
        if (size.getAsLong() > checkpoint.size()) {
            return Optional.of(ahead(size.getAsLong(), checkpoint));
        }
        if (size.getAsLong() == old) {
            return Optional.of(new WitnessOutcome.NoAnswer(
                    "it refused the old size " + old + " and named the same", Optional.empty()));
        }
        return Optional.empty();
    }

    private static WitnessOutcome ahead(long cosigned, Checkpoint checkpoint) {
        return new WitnessOutcome.Contradicted("it has cosigned " + cosigned
                + " entries of this log; the latest checkpoint here has " + checkpoint.size());
    }

    /** The proof was computed from the stored tree: where the witness does not accept it, it holds another tree. */
    private static WitnessOutcome refused(WitnessAnswer.Refused refused, long old) {
        return refused.status() == 422 && old > 0
                ? new WitnessOutcome.Contradicted("it does not find this log to contain the " + old
                        + " entries it has cosigned: " + refused.reason())
                : new WitnessOutcome.Refused("status " + refused.status() + ": " + refused.reason());
    }

    private WitnessOutcome cosigned(SignedNote note, List<NoteSignature> lines) {
        for (NoteSignature line : lines) {
            if (line.name().equals(key.name()) && line.keyId().equals(key.keyId())) {
                return key.verify(note.text().getBytes(UTF_8), line.signature())
                        ? new WitnessOutcome.Cosigned(line, time(line))
                        : new WitnessOutcome.NoAnswer(
                                "its cosignature is not its key's over this checkpoint", Optional.empty());
            }
        }
        return new WitnessOutcome.NoAnswer(
                "it signed with other keys than " + key.name() + "+" + key.keyId(), Optional.empty());
    }

    private static Instant time(NoteSignature good) {
        try {
            return CosignatureVerifier.time(good);
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException("a cosignature that verified has a time", e);
        }
    }
}
