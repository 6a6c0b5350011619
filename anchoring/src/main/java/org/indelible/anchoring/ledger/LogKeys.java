package org.indelible.anchoring.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.jdbc.Sql;
import org.indelible.anchoring.note.NoteVerifier;
import org.indelible.anchoring.primitive.Ed25519Key;

/**
 * With which keys the checkpoints of a ledger are signed, by their sizes. The truth of it are entries of type {@link RotationEvent#TYPE} in
 * {@code platform}, which whoever holds a checkpoint of that can check.
 *
 * @param identity the installation, with the key that signs now
 * @param handovers from one key to the next, in the order of their entries
 * @param unreadable why entries that are to hold one hold none
 */
public record LogKeys(String ledger, LogIdentity identity, List<KeyHandover> handovers, List<String> unreadable) {
    private static final EntryReader READER = new EntryReader();

    public LogKeys {
        handovers = List.copyOf(handovers);
        unreadable = List.copyOf(unreadable);
    }

    /** Collects them from entries in their order. */
    public static final class Collector {
        private final String ledger;
        private final List<KeyHandover> handovers = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        public Collector(String ledger) {
            this.ledger = ledger;
        }

        /** Of other entries than those of this ledger's rotations, nothing is taken. */
        public void add(long leafIndex, ParsedEntry entry) {
            if (!entry.claims().evt().equals(RotationEvent.TYPE)
                    || !entry.claims().stream().equals(RotationEvent.stream(ledger))) {
                return;
            }
            try {
                handovers.add(KeyHandover.parse(entry.data().path("handover").asString("")));
            } catch (CheckpointFormatException e) {
                unreadable.add("platform entry " + leafIndex + ": " + e.getMessage());
            }
        }

        public LogKeys keys(LogIdentity identity) {
            return new LogKeys(ledger, identity, handovers, unreadable);
        }
    }

    public static LogKeys read(Connection connection, String ledger, LogIdentity identity) throws SQLException {
        Collector collector = new Collector(ledger);
        Sql.list(
                connection,
                """
                select leaf_index, header || '.' || payload || '.' || signature as compact
                from ledger.entry where stream = ? and ledger = ? order by seq
                """,
                row -> {
                    add(collector, row.getLong("leaf_index"), row.getString("compact"));
                    return ledger;
                },
                RotationEvent.stream(ledger),
                LedgerStore.PLATFORM);
        return collector.keys(identity);
    }

    private static void add(Collector collector, long leafIndex, String compact) {
        try {
            collector.add(leafIndex, READER.parse(compact));
        } catch (EntryFormatException e) {
            collector.unreadable.add("platform entry " + leafIndex + " cannot be read: " + e.getMessage());
        }
    }

    /** The key that signs a checkpoint of this size, under this name of the ledger. */
    public Ed25519Key at(LogName log, long size) {
        Ed25519Key key =
                handovers.isEmpty() ? identity.key() : handovers.getFirst().from();
        for (KeyHandover handover : handovers) {
            if (isAfter(handover, log, size)) {
                key = handover.to();
            }
        }
        return key;
    }

    /** A name that the ledger got by a recovery begins with fewer entries than the one before had. */
    private static boolean isAfter(KeyHandover handover, LogName log, long size) {
        int generation = name(handover).generation();
        return log.generation() > generation || (log.generation() == generation && size > handover.size());
    }

    private static LogName name(KeyHandover handover) {
        return LogName.parse(handover.origin().substring(handover.origin().lastIndexOf('/') + 1));
    }

    /** Judges a checkpoint of this size. */
    public NoteVerifier verifier(LogName log, long size) {
        return identity.with(at(log, size)).verifier(log.toString());
    }

    /** All that ever signed, the first one first. */
    public List<Ed25519Key> all() {
        List<Ed25519Key> keys = new ArrayList<>();
        handovers.forEach(handover -> keys.add(handover.from()));
        keys.add(identity.key());
        return keys.stream().distinct().toList();
    }

    /** Whether each key from this one to the present one has signed for the next. */
    public boolean leadsToPresent(Ed25519Key key) {
        boolean begun = false;
        boolean vouched = true;
        for (KeyHandover handover : handovers) {
            begun |= handover.from().equals(key);
            vouched &= !begun || handover.isVouchedFor();
        }
        return identity.key().equals(key) || (begun && vouched);
    }

    /** What does not fit: handovers that are of another log, do not follow one another or do not end with the present key. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(unreadable);
        for (int i = 0; i < handovers.size(); i++) {
            KeyHandover handover = handovers.get(i);
            LogName name = name(handover);
            if (!handover.origin().equals(identity.origin(name.toString()))
                    || !name.ledger().equals(ledger)) {
                problems.add("a key is handed over for " + handover.origin() + ", which is no name of this log");
            }
            if (i > 0 && !handovers.get(i - 1).to().equals(handover.from())) {
                problems.add("at " + handover.size() + " entries a key is handed over by another than was in force");
            }
            if (i > 0 && !isAfter(handovers.get(i - 1), name, handover.size() + 1)) {
                problems.add("at " + handover.size() + " entries a key is handed over that had ended before");
            }
        }
        if (!handovers.isEmpty() && !handovers.getLast().to().equals(identity.key())) {
            problems.add("the log's key was handed over, and not to the one that is said to sign now");
        }
        return problems;
    }
}
