package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.Lineage;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;

/** One reading of one ledger from its first entry to its last, with everything that is checked on the way. */
final class LedgerPass {
    private record DisclosureDoubt(EntryRef entry, String message) {}

    private final String ledger;
    private final Database database;
    private final EntryBatches batches;
    private final Findings findings;
    private final Lineage lineage;
    private final CheckpointAudit checkpoints;
    private final HighWaterAudit highWater;
    private final AuthorCertificates authors;
    private final CertificateUse certificates;
    private final Certifications certifications;
    private final Attributions attributions;
    private final AcknowledgedAudit acknowledged;
    private final StreamAudit streams = new StreamAudit();
    private final ColumnAudit columns = new ColumnAudit();
    private final BlobAudit blobs;
    private final List<DisclosureDoubt> disclosures = new ArrayList<>();
    private long entries;

    LedgerPass(
            String ledger,
            Database database,
            EntryBatches batches,
            AuthorCertificates certificates,
            LogIdentity identity,
            Optional<HighWaterFile> highWater) {
        this.ledger = ledger;
        this.database = database;
        this.batches = batches;
        this.findings = new Findings(ledger);
        Lineage lineage = database.withConnection(connection -> Lineage.read(connection, ledger));
        this.lineage = lineage;
        this.checkpoints = new CheckpointAudit(
                lineage, database.withConnection(connection -> LogKeys.read(connection, ledger, identity)), findings);
        this.highWater = new HighWaterAudit(highWater, lineage, identity, findings);
        this.authors = certificates;
        this.certificates = new CertificateUse(certificates);
        this.certifications = new Certifications(
                ledger, certificates, hash -> CertificationRows.find(database, hash), new SignInEndRows(database)::of);
        this.attributions = new Attributions(
                hash -> CertificationRows.find(database, hash),
                address -> BlobAudit.content(database, address),
                findings);
        // Before the head is read: what was acknowledged by now must be there.
        this.acknowledged = AcknowledgedAudit.read(highWater, ledger, findings);
        this.blobs = new BlobAudit(database);
    }

    VerificationReport run(ProgressListener progress) {
        // Heads first: what is appended while this reads is for the next pass.
        long head = database.first("select size from ledger.head where ledger = ?", row -> row.getLong(1), ledger)
                .orElse(0L);
        checkpoints.read(database);
        highWater.addTo(checkpoints.roots());
        long covered = checkpoints.largestSize();
        long size = Math.max(Math.max(head, covered), acknowledged.size());
        TreeAudit tree = new TreeAudit(
                findings,
                checkpoints.roots(),
                new ReferenceLeaves(database, ledger, checkpoints, acknowledged.from(covered)),
                covered);
        readEntries(tree, size, covered, progress);
        batches.beyond(ledger, covered).forEach(entry -> {
            report(entry);
            tree.addBeyond(entry);
        });
        if (ledger.equals(LedgerStore.PLATFORM)) {
            authors.authorities().report(authors, findings);
        }
        certificates.finish(findings);
        certifications.finish(findings);
        attributions.finish();
        tree.finish(size, streams);
        reportDisclosures();
        streams.finish(findings);
        columns.finish(findings);
        new HeadAudit(database, ledger, findings).run();
        new TileAudit(database, ledger, findings).run(covered);
        highWater.finish(Math.max(head, covered));
        if (!ledger.equals(LedgerStore.PLATFORM)) {
            new PlatformInclusion(database, lineage, findings).run(checkpoints.rows());
        }
        blobs.finish(findings);
        for (Check each : List.of(
                Check.FORMAT,
                Check.SEAL,
                Check.CERTIFICATE,
                Check.CERTIFICATION,
                Check.LEAF_HASH,
                Check.COLUMNS,
                Check.DISCLOSURE)) {
            findings.checked(each, entries + " entries");
        }
        return new VerificationReport(entries, findings.all());
    }

    private void readEntries(TreeAudit tree, long size, long covered, ProgressListener progress) {
        progress.progress(ledger, 0, size);
        long next = 0;
        for (List<ExaminedEntry> batch = batches.read(ledger, next, size);
                !batch.isEmpty();
                batch = batches.read(ledger, next, size)) {
            for (ExaminedEntry entry : batch) {
                report(entry);
                certificates.add(entry);
                certifications.add(entry);
                attributions.add(entry);
                acknowledged.compare(entry, covered, findings);
                tree.add(entry);
                streams.add(entry);
                columns.add(entry.row());
                blobs.add(entry);
            }
            entries += batch.size();
            next = batch.getLast().row().leafIndex() + 1;
            progress.progress(ledger, Math.min(next, size), size);
        }
        progress.progress(ledger, size, size);
    }

    /** What is wrong with a disclosure waits: it may be that its entry is not what, or not where, it was. */
    private void report(ExaminedEntry entry) {
        EntryRef ref = EntryRef.of(entry.row());
        for (EntryProblem problem : entry.problems()) {
            if (problem.check() == Check.DISCLOSURE) {
                disclosures.add(new DisclosureDoubt(ref, problem.message()));
            } else if (problem.check() != Check.COLUMNS || !entry.has(Check.SEAL)) {
                findings.failed(problem.check(), ref, problem.message());
            }
        }
    }

    private void reportDisclosures() {
        List<DisclosureDoubt> own = disclosures.stream()
                .filter(doubt -> !findings.names(doubt.entry().leafIndex()))
                .toList();
        own.forEach(doubt -> findings.failed(Check.DISCLOSURE, doubt.entry(), doubt.message()));
    }
}
