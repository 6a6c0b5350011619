package org.indelible.anchoring.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.CheckpointEvent;
import org.indelible.anchoring.ledger.Lineage;
import tools.jackson.databind.JsonNode;

/** Whether each checkpoint of a trial stands in {@code platform} as it was signed. */
final class PlatformInclusion {
    private final Database database;
    private final Lineage lineage;
    private final Findings findings;
    private final EntryReader reader = new EntryReader();

    PlatformInclusion(Database database, Lineage lineage, Findings findings) {
        this.database = database;
        this.lineage = lineage;
        this.findings = findings;
    }

    void run(List<CheckpointAudit.Row> checkpoints) {
        Map<String, String> entered = entered(checkpoints);
        for (CheckpointAudit.Row checkpoint : checkpoints) {
            String note = entered.get(jti(checkpoint));
            String subject = "checkpoint " + checkpoint.size();
            if (note == null && checkpoint == checkpoints.getLast()) {
                findings.notChecked(
                        Check.PLATFORM_INCLUSION, subject, "it is the latest, and not entered in platform yet");
            } else if (note == null) {
                findings.failed(Check.PLATFORM_INCLUSION, subject, "it is not entered in platform");
            } else if (!note.equals(checkpoint.note())) {
                findings.failed(Check.PLATFORM_INCLUSION, subject, "it is entered in platform as another: " + note);
            }
        }
        long known = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
        lastEntered()
                .filter(last -> last.size() > known && !recordedMeanwhile(last.size()))
                .ifPresent(last -> findings.failed(
                        Check.PLATFORM_INCLUSION,
                        "checkpoint " + last.size(),
                        "entry " + last.leafIndex() + " of platform holds it, the ledger's own checkpoints end at "
                                + known + ": they were removed, or an older state was restored"));
        findings.checked(Check.PLATFORM_INCLUSION, checkpoints.size() + " checkpoints entered in platform");
    }

    /** A checkpoint that is signed after this pass has read the ledger's own is for the next pass. */
    private boolean recordedMeanwhile(long size) {
        return !database.list(
                        "select size from ledger.checkpoint where ledger = ? and size = ?",
                        row -> row.getLong("size"),
                        lineage.ledger(),
                        size)
                .isEmpty();
    }

    private String jti(CheckpointAudit.Row checkpoint) {
        return CheckpointEvent.jti(lineage.at(checkpoint.size()).toString(), checkpoint.size());
    }

    private record Entered(long leafIndex, String compact, long size) {}

    /** The ledger's last checkpoint among the latest that platform holds of all ledgers. */
    private Optional<Entered> lastEntered() {
        return database
                .list(
                        """
                        select leaf_index, header || '.' || payload || '.' || signature as compact from ledger.entry
                        where ledger = 'platform' and stream = ? order by seq desc limit ?
                        """,
                        row -> new Entered(row.getLong("leaf_index"), row.getString("compact"), -1),
                        CheckpointEvent.STREAM,
                        EntryBatches.SIZE)
                .stream()
                .flatMap(
                        entered -> sizeOf(entered.compact())
                                .map(size -> new Entered(entered.leafIndex(), entered.compact(), size))
                                .stream())
                .findFirst();
    }

    private Optional<Long> sizeOf(String compact) {
        try {
            JsonNode data = reader.parse(compact).data();
            return data.path("ledger").asString("").equals(lineage.current().toString())
                    ? Optional.of(Long.parseLong(data.path("size").asString("")))
                    : Optional.empty();
        } catch (EntryFormatException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> entered(List<CheckpointAudit.Row> checkpoints) {
        Map<String, String> entered = new HashMap<>();
        for (int from = 0; from < checkpoints.size(); from += EntryBatches.SIZE) {
            String[] jtis = checkpoints.subList(from, Math.min(checkpoints.size(), from + EntryBatches.SIZE)).stream()
                    .map(this::jti)
                    .toArray(String[]::new);
            database.list("""
                    select jti, header || '.' || payload || '.' || signature as compact from ledger.entry
                    where ledger = 'platform' and jti = any (?)
                    """, row -> entered.put(row.getString("jti"), note(row.getString("compact"))), (Object) jtis);
        }
        return entered;
    }

    private String note(String compact) {
        try {
            return reader.parse(compact).data().path("note").asString("");
        } catch (EntryFormatException e) {
            return "an entry that cannot be read: " + e.getMessage();
        }
    }
}
