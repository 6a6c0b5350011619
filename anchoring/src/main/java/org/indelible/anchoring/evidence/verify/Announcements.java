package org.indelible.anchoring.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.note.SignedNote;

/** Checkpoints of the trial that stand as entries in the platform's ledger: whoever has seen that much of the platform has seen them. */
final class Announcements {
    private record Announced(long position, String note) {}

    private record Held(long position, long entries) {}

    private final BundledLog trial;
    private final List<Announced> announced = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    Announcements(BundledLog trial) {
        this.trial = trial;
    }

    /** @param position leaf index in the platform's ledger */
    void add(long position, String note) {
        announced.add(new Announced(position, note));
    }

    /** Whether any of them is this text. */
    boolean hold(String text) {
        return announced.stream().anyMatch(one -> one.note().startsWith(text));
    }

    /** Only checkpoints that the bundle's own entries lead to count. */
    void match(List<SignedNote> checkpoints) {
        for (SignedNote note : checkpoints) {
            for (Announced one : announced) {
                if (one.note().startsWith(note.text() + '\n')) {
                    held.add(new Held(one.position(), size(note)));
                }
            }
        }
    }

    /** How many entries of the trial somebody has seen who has seen so many of this log; empty where that is not shown. */
    OptionalLong entries(BundledLog log, long size) {
        if (log.ledger().equals(trial.ledger())) {
            return OptionalLong.of(size);
        }
        return held.stream()
                .filter(one -> one.position() < size)
                .mapToLong(Held::entries)
                .max();
    }

    private static long size(SignedNote note) {
        try {
            return Checkpoint.of(note).size();
        } catch (CheckpointFormatException e) {
            throw new IllegalStateException("it was read as a checkpoint before", e);
        }
    }
}
