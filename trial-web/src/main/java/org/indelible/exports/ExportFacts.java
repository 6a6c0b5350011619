package org.indelible.exports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.readmodel.AsOf;
import org.indelible.security.SignedInPerson;

/**
 * What stands beside an export, in the file where its format has room for it and in the answer's head otherwise.
 *
 * @param trial name of it
 * @param treeSize the point as of which
 * @param filter what was chosen, in words; empty for all
 */
public record ExportFacts(
        String trial, long treeSize, SignedCheckpoint checkpoint, String madeFor, String role, String filter) {
    public static ExportFacts of(
            String trial, AsOf asOf, SignedCheckpoint checkpoint, SignedInPerson person, String filter) {
        return new ExportFacts(
                trial,
                asOf.treeSize(),
                checkpoint,
                person.printedName(),
                person.role().name(),
                filter);
    }

    /** When its checkpoint was signed: no later than the export. */
    public Instant at() {
        return checkpoint.signedAt();
    }

    /** By names that head a file. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("trial", trial);
        lines.put("asOfTreeSize", Long.toString(treeSize));
        lines.put("checkpointOrigin", checkpoint.origin());
        lines.put("checkpointSize", Long.toString(checkpoint.size()));
        lines.put("checkpointRoot", checkpoint.root());
        lines.put("checkpointSignedAt", checkpoint.signedAt().toString());
        lines.put("madeFor", madeFor);
        lines.put("role", role);
        lines.put("filter", filter);
        return lines;
    }
}
