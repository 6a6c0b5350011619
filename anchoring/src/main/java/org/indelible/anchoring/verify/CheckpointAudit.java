package org.indelible.anchoring.verify;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.Lineage;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;

/** The checkpoint rows of a ledger by themselves: signed by the installation, and their columns as signed. */
final class CheckpointAudit {
    /** A row as it stands. */
    record Row(long size, byte[] root, String note, byte[] tail) {}

    private final Lineage lineage;
    private final LogIdentity identity;
    private final LogKeys keys;
    private final Findings findings;
    private final SignedRoots roots = new SignedRoots();
    private final List<Row> rows = new ArrayList<>();

    CheckpointAudit(Lineage lineage, LogKeys keys, Findings findings) {
        this.lineage = lineage;
        this.identity = keys.identity();
        this.keys = keys;
        this.findings = findings;
    }

    void read(Database database) {
        rows.addAll(database.list(
                "select size, root, note, tail from ledger.checkpoint where ledger = ? order by size",
                CheckpointAudit::row,
                lineage.ledger()));
        checkKeys();
        rows.forEach(this::check);
        keys.handovers().stream().filter(this::isOfWhatIsLeft).forEach(this::add);
        findings.checked(Check.CHECKPOINT, rows.size() + " checkpoints");
    }

    private void checkKeys() {
        keys.problems().forEach(problem -> findings.failed(Check.LOG_KEY, "the log's keys", problem));
        keys.handovers().stream()
                .filter(handover -> !handover.isVouchedFor())
                .forEach(handover -> findings.notChecked(
                        Check.LOG_KEY,
                        "the log's keys",
                        "the key that signed the first " + handover.size()
                                + " entries was declared lost: it has not signed for the one that took its place"));
        if (!keys.handovers().isEmpty()) {
            findings.checked(
                    Check.LOG_KEY,
                    keys.all().size() + " keys have signed, each no checkpoint after it was handed over, nor before");
        }
    }

    /** A handover under a name that the ledger lost its end under may be of more than is left. */
    private boolean isOfWhatIsLeft(KeyHandover handover) {
        return handover.origin()
                .equals(identity.origin(lineage.at(handover.size()).toString()));
    }

    /** What a key signed last is signed like a checkpoint. */
    private void add(KeyHandover handover) {
        roots.add(handover.size(), handover.root());
        Hash root = roots.bySize().get(handover.size());
        if (root == null || !root.equals(handover.root())) {
            findings.failed(
                    Check.LOG_KEY,
                    "the log's keys",
                    "the key was handed over at another history of " + handover.size()
                            + " entries than its checkpoint is of");
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("size"), row.getBytes("root"), row.getString("note"), row.getBytes("tail"));
    }

    private void check(Row row) {
        String origin = identity.origin(lineage.at(row.size()).toString());
        signed(row).ifPresent(checkpoint -> {
            roots.add(checkpoint.size(), checkpoint.root());
            if (!checkpoint.origin().equals(origin)) {
                failed(row, "it is signed for " + checkpoint.origin());
            }
            if (checkpoint.size() != row.size()) {
                failed(row, "its column size says " + row.size() + ", what was signed " + checkpoint.size());
            }
            if (!Arrays.equals(checkpoint.root().bytes(), row.root())) {
                failed(row, "its column root is not the root that was signed, " + checkpoint.root());
            }
        });
    }

    private Optional<Checkpoint> signed(Row row) {
        try {
            SignedNote note = SignedNote.parse(row.note().getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.of(note);
            note.verify(List.of(keys.verifier(lineage.at(checkpoint.size()), checkpoint.size())));
            return Optional.of(checkpoint);
        } catch (NoteFormatException | NoteVerificationException | CheckpointFormatException e) {
            failed(row, "it is not what the installation signed: " + e.getMessage());
            return Optional.empty();
        }
    }

    void failed(Row row, String message) {
        findings.failed(Check.CHECKPOINT, "checkpoint " + row.size(), message);
    }

    SignedRoots roots() {
        return roots;
    }

    List<Row> rows() {
        return rows;
    }

    /** The largest size any row claims, signed or not. */
    long largestSize() {
        return rows.isEmpty() ? 0 : rows.getLast().size();
    }

    static List<Hash> hashes(byte[] bytes) {
        List<Hash> hashes = new ArrayList<>();
        for (int offset = 0; offset + Hash.BYTES <= bytes.length; offset += Hash.BYTES) {
            hashes.add(Hash.at(bytes, offset));
        }
        return hashes;
    }
}
