package org.indelible.anchoring.witness;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.Cosigner;
import org.indelible.anchoring.merkle.ConsistencyProof;
import org.indelible.anchoring.merkle.MerkleProofException;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;

/**
 * Cosigns the checkpoints of the logs it was told of, each once it has verified that the tree contains the one it cosigned before (C2SP
 * tlog-witness, "add-checkpoint"). A log it was not told of is unknown to it, whatever signs it.
 */
public final class Witness {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final Map<String, List<NoteVerifier>> logs;
    private final List<Cosigner> cosigners;
    private final WitnessStore store;
    private final Clock clock;

    /** @param logs their names are the logs' origins; a log that changed its key has several */
    public Witness(
            Collection<VerifierKey> logs, Collection<? extends Cosigner> cosigners, WitnessStore store, Clock clock) {
        this.logs = verifiers(logs);
        this.cosigners = List.copyOf(cosigners);
        this.store = store;
        this.clock = clock;
    }

    /** Handles the body of a request. */
    public WitnessReply add(byte[] body) throws IOException {
        try {
            return add(AddCheckpoint.parse(body));
        } catch (WitnessFormatException e) {
            return new WitnessReply.Refused(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    public WitnessReply add(AddCheckpoint request) throws IOException {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.of(request.note());
        } catch (CheckpointFormatException e) {
            return new WitnessReply.Refused(BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        List<NoteVerifier> keys = logs.get(checkpoint.origin());
        if (keys == null) {
            return new WitnessReply.Refused(NOT_FOUND, "this witness was not told of the log " + checkpoint.origin());
        }
        List<NoteSignature> good;
        try {
            good = request.note().verify(keys);
        } catch (NoteVerificationException e) {
            return new WitnessReply.Refused(FORBIDDEN, String.valueOf(e.getMessage()));
        }
        return add(request, checkpoint, good);
    }

    private WitnessReply add(AddCheckpoint request, Checkpoint checkpoint, List<NoteSignature> good)
            throws IOException {
        if (request.oldSize() > checkpoint.size()) {
            return new WitnessReply.Refused(
                    BAD_REQUEST, "old size " + request.oldSize() + " is more than " + checkpoint.size());
        }
        Optional<SeenCheckpoint> seen = store.latest(checkpoint.origin());
        long size = seen.map(SeenCheckpoint::size).orElse(0L);
        if (request.oldSize() != size) {
            return new WitnessReply.Conflict(size);
        }
        Optional<String> inconsistency = inconsistency(request, checkpoint, seen);
        if (inconsistency.isPresent()) {
            store.refuse(new RefusedCheckpoint(
                    checkpoint.origin(),
                    checkpoint.size(),
                    checkpoint.root().toString(),
                    inconsistency.get(),
                    new SignedNote(request.note().text(), good).toString(),
                    clock.instant()));
            return new WitnessReply.Refused(UNPROCESSABLE, inconsistency.get());
        }
        return cosign(checkpoint, good, seen);
    }

    private static Optional<String> inconsistency(
            AddCheckpoint request, Checkpoint checkpoint, Optional<SeenCheckpoint> seen) {
        if (checkpoint.size() == 0 && !checkpoint.root().equals(TreeHash.empty())) {
            return Optional.of("a tree of size 0 does not have the root " + checkpoint.root());
        }
        boolean nothingToProve = request.oldSize() == 0 || request.oldSize() == checkpoint.size();
        if (nothingToProve && !request.proof().isEmpty()) {
            return Optional.of(
                    "from size " + request.oldSize() + " to " + checkpoint.size() + " there is nothing to prove");
        }
        if (seen.isEmpty() || request.oldSize() == 0) {
            return Optional.empty();
        }
        if (request.oldSize() == checkpoint.size()) {
            return seen.get().root().equals(checkpoint.root())
                    ? Optional.empty()
                    : Optional.of("at size " + checkpoint.size() + " this witness has cosigned the root "
                            + seen.get().root() + ", not " + checkpoint.root());
        }
        try {
            new ConsistencyProof(request.oldSize(), checkpoint.size(), request.proof())
                    .verify(seen.get().root(), checkpoint.root());
            return Optional.empty();
        } catch (MerkleProofException e) {
            return Optional.of("the tree of size " + checkpoint.size() + " is not proved to contain that of size "
                    + request.oldSize() + " which this witness has cosigned: " + e.getMessage());
        }
    }

    private WitnessReply cosign(Checkpoint checkpoint, List<NoteSignature> good, Optional<SeenCheckpoint> seen)
            throws IOException {
        Instant now = time(seen);
        List<NoteSignature> cosignatures = new ArrayList<>();
        cosigners.forEach(cosigner -> cosignatures.add(cosigner.cosign(checkpoint, now)));
        SeenCheckpoint next = new SeenCheckpoint(
                checkpoint.origin(),
                checkpoint.size(),
                checkpoint.root(),
                new SignedNote(checkpoint.text(), good).with(cosignatures).toString(),
                seen.map(SeenCheckpoint::firstSeen).orElse(now),
                now);
        long expected = seen.map(SeenCheckpoint::size).orElse(0L);
        if (!store.advance(expected, next)) {
            return new WitnessReply.Conflict(
                    store.latest(checkpoint.origin()).map(SeenCheckpoint::size).orElse(0L));
        }
        return new WitnessReply.Cosigned(cosignatures);
    }

    /** A clock that was set back does not make the witness say that it saw the larger tree before the smaller one. */
    private Instant time(Optional<SeenCheckpoint> seen) {
        Instant now = clock.instant();
        return seen.map(SeenCheckpoint::seen).filter(now::isBefore).orElse(now);
    }

    public List<Cosigner> cosigners() {
        return cosigners;
    }

    /** Origins of the logs it was told of. */
    public List<String> origins() {
        return List.copyOf(logs.keySet());
    }

    public WitnessStore store() {
        return store;
    }

    private static Map<String, List<NoteVerifier>> verifiers(Collection<VerifierKey> logs) {
        Map<String, List<NoteVerifier>> verifiers = new LinkedHashMap<>();
        for (VerifierKey key : logs) {
            try {
                verifiers
                        .computeIfAbsent(key.name(), origin -> new ArrayList<>())
                        .add(NoteVerifier.ed25519(key.toString()));
            } catch (NoteFormatException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        return verifiers;
    }
}
