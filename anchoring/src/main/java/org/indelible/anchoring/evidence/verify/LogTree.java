package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Findings;
import org.indelible.anchoring.verify.RootRecorder;

/** The tree of one log of a bundle: its leaf hashes, and every checkpoint in the bundle that commits to them. */
final class LogTree {
    private record Signed(SignedNote note, Checkpoint checkpoint) {}

    private final CheckedBundle bundle;
    private final BundledLog log;
    private final LogKeys keys;
    private final LogIdentity identity;
    private final Findings findings;
    private final List<Signed> checkpoints = new ArrayList<>();
    private final Map<Long, Hash> roots = new HashMap<>();

    LogTree(CheckedBundle bundle, BundledLog log, LogKeys keys, Findings findings) {
        this.bundle = bundle;
        this.log = log;
        this.keys = keys;
        this.identity = keys.identity();
        this.findings = findings;
    }

    /** @param sizes further sizes whose roots will be asked for */
    void check(Set<Long> sizes) throws IOException {
        checkKeys();
        readCheckpoints();
        Set<Long> wanted = new HashSet<>(sizes);
        checkpoints.forEach(signed -> wanted.add(signed.checkpoint().size()));
        keys.handovers().forEach(handover -> wanted.add(handover.size()));
        try {
            hashLeaves(wanted);
        } catch (EvidenceFormatException e) {
            findings.failed(Check.CONTAINER, log.directory(), String.valueOf(e.getMessage()));
        }
        checkpoints.forEach(signed -> compare(signed.checkpoint()));
        keys.handovers().stream().filter(this::isOfThisName).forEach(this::compare);
        findings.checked(Check.CHECKPOINT, checkpoints.size() + " signed checkpoints, each of exactly these entries");
    }

    /** The root of the first so many leaves, where it was asked for. */
    Optional<Hash> root(long size) {
        return Optional.ofNullable(roots.get(size));
    }

    /** The latest checkpoint as it is in the bundle, with its cosignatures; empty where it is none. */
    Optional<SignedNote> latest() {
        return note(log.size());
    }

    /** The checkpoint of a size. */
    Optional<SignedNote> note(long size) {
        return checkpoints.stream()
                .filter(signed -> signed.checkpoint().size() == size)
                .map(Signed::note)
                .findFirst();
    }

    /** Every checkpoint in the bundle that the installation signed. */
    List<SignedNote> notes() {
        return checkpoints.stream().map(Signed::note).toList();
    }

    /** The last part of its origin. */
    String name() {
        return log.name();
    }

    /** With which keys its checkpoints are signed. */
    LogKeys keys() {
        return keys;
    }

    private void checkKeys() {
        keys.problems().forEach(problem -> findings.failed(Check.LOG_KEY, log.name(), problem));
        keys.handovers().stream()
                .filter(handover -> !handover.isVouchedFor())
                .forEach(handover -> findings.notChecked(
                        Check.CHECKPOINT,
                        log.name(),
                        "the key that signed the first " + handover.size()
                                + " entries was declared lost: it has not signed for the one that took its place"));
    }

    private boolean isOfThisName(KeyHandover handover) {
        return handover.origin().equals(identity.origin(log.name()));
    }

    private void compare(KeyHandover handover) {
        Hash root = roots.get(handover.size());
        if (root == null || !root.equals(handover.root())) {
            findings.failed(
                    Check.LOG_KEY,
                    log.name(),
                    "its key was handed over at another history of " + handover.size()
                            + " entries than the one in this bundle");
        }
    }

    private void readCheckpoints() throws IOException {
        try {
            signed("the latest checkpoint", bundle.read(log.checkpoint())).ifPresent(latest -> {
                if (latest.checkpoint().size() != log.size()) {
                    findings.failed(
                            Check.CHECKPOINT,
                            log.checkpoint(),
                            "it is of " + latest.checkpoint().size() + " entries, the manifest says " + log.size());
                }
            });
            long before = 0;
            for (byte[] note : Frames.of(bundle.read(log.earlierCheckpoints()))) {
                Optional<Signed> earlier = signed("an earlier checkpoint", note);
                long size = earlier.map(one -> one.checkpoint().size()).orElse(before + 1);
                if (size <= before && before > 0 || size >= log.size()) {
                    findings.failed(
                            Check.CHECKPOINT, log.earlierCheckpoints(), "the checkpoints in it are not in order");
                }
                before = size;
            }
        } catch (EvidenceFormatException e) {
            findings.failed(Check.CHECKPOINT, log.directory(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Signed> signed(String which, byte[] bytes) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            Checkpoint checkpoint = Checkpoint.of(note);
            note.verify(List.of(keys.verifier(log.log(), checkpoint.size())));
            if (!checkpoint.origin().equals(identity.origin(log.name()))) {
                findings.failed(Check.CHECKPOINT, which, "it is of another log, " + checkpoint.origin());
                return Optional.empty();
            }
            Signed signed = new Signed(note, checkpoint);
            checkpoints.add(signed);
            return Optional.of(signed);
        } catch (NoteFormatException | NoteVerificationException | CheckpointFormatException e) {
            findings.failed(Check.CHECKPOINT, which, "it is not one that the installation signed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void hashLeaves(Set<Long> wanted) throws IOException, EvidenceFormatException {
        RootRecorder recorder = new RootRecorder(wanted);
        for (long first = 0; first < log.size(); first += BundledLog.LEAVES_PER_FILE) {
            byte[] leaves = LeafFile.read(bundle, log, first);
            for (int i = 0; i < leaves.length / Hash.BYTES; i++) {
                recorder.append(first + i, Hash.at(leaves, i * Hash.BYTES));
            }
        }
        wanted.forEach(size -> recorder.at(size).ifPresent(root -> roots.put(size, root)));
    }

    private void compare(Checkpoint checkpoint) {
        Hash root = roots.get(checkpoint.size());
        if (root == null || !root.equals(checkpoint.root())) {
            findings.failed(
                    Check.CHECKPOINT,
                    "checkpoint " + checkpoint.size(),
                    "signed was the history with the root " + checkpoint.root() + ", this bundle's has "
                            + (root == null ? "none of that size" : root.toString())
                            + ": the history in this bundle is another than the one that was signed");
        }
    }

    static String text(byte[] ascii) {
        return new String(ascii, StandardCharsets.ISO_8859_1);
    }
}
