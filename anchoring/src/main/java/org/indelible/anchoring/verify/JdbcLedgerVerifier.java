package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.jdbc.Database;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;

/** Verifies ledgers in PostgreSQL with nothing but the rows, the public keys and the key vault. Read-only. */
public final class JdbcLedgerVerifier implements LedgerVerifier {
    private static final String ALL = "all";

    private final Database database;
    private final KeyVault vault;
    private final LogIdentity identity;
    private final X509CertificateHolder root;
    private final CertificateSource certificates;
    private final Optional<HighWaterFile> highWater;

    /**
     * @param root certificate of the installation's authority
     * @param highWater empty where the verifier runs away from the installation: then rollback is not checked
     */
    public JdbcLedgerVerifier(
            DataSource dataSource,
            KeyVault vault,
            LogIdentity identity,
            X509CertificateHolder root,
            CertificateSource certificates,
            Optional<HighWaterFile> highWater) {
        this.database = new Database(dataSource, VerificationException::new);
        this.vault = vault;
        this.identity = identity;
        this.root = root;
        this.certificates = certificates;
        this.highWater = highWater;
    }

    /** With the certificates kept beside the ledger. */
    public static JdbcLedgerVerifier of(
            DataSource dataSource,
            KeyVault vault,
            LogIdentity identity,
            X509CertificateHolder root,
            HighWaterFile highWater) {
        return new JdbcLedgerVerifier(
                dataSource, vault, identity, root, new CertificateStore(dataSource)::find, Optional.of(highWater));
    }

    @Override
    public VerificationReport verify(String ledger, ProgressListener progress) {
        AuthorCertificates authors = new AuthorCertificates(certificates, authorities());
        EntryBatches batches = new EntryBatches(database, vault, new EntryExaminer(authors));
        return new LedgerPass(ledger, database, batches, authors, identity, highWater).run(progress);
    }

    private Authorities authorities() {
        Authorities.Collector collector = new Authorities.Collector();
        EntryReader reader = new EntryReader();
        database.list(
                """
                select leaf_index, header || '.' || payload || '.' || signature as compact
                from ledger.entry where stream = ? and ledger = ? order by seq
                """,
                row -> {
                    try {
                        collector.add(row.getLong("leaf_index"), reader.parse(row.getString("compact")));
                    } catch (EntryFormatException damaged) {
                        // That it is no entry is found where it stands.
                        return false;
                    }
                    return true;
                },
                AuthorityEvent.STREAM,
                LedgerStore.PLATFORM);
        return collector.until(root);
    }

    @Override
    public VerificationReport verifyAll(ProgressListener progress) {
        List<Finding> findings = new ArrayList<>();
        long entries = 0;
        for (String ledger : ledgers()) {
            VerificationReport report = verify(ledger, progress);
            findings.addAll(report.findings());
            entries += report.entries();
        }
        boolean missing = findings.stream()
                .anyMatch(finding -> finding.outcome() == Outcome.FAILED
                        && (finding.check() == Check.TREE || finding.check() == Check.HIGH_WATER));
        Findings spanning = new Findings(ALL);
        PositionAudit.run(database, spanning, missing);
        BlobAudit.all(database, spanning);
        findings.addAll(withoutRepetition(spanning.all(), findings));
        return new VerificationReport(entries, findings);
    }

    /** A ledger is known by any trace of it, so that one whose head or entries are gone is not passed over. */
    private List<String> ledgers() {
        List<String> ledgers = new ArrayList<>(database.list("""
                select ledger from ledger.head
                union select ledger from ledger.checkpoint
                union select distinct ledger from ledger.entry
                order by 1
                """, row -> row.getString(1)));
        highWater.ifPresent(file -> HighWaterLedgers.of(file, identity).stream()
                .filter(ledger -> !ledgers.contains(ledger))
                .forEach(ledgers::add));
        return ledgers;
    }

    /** A cited blob was reported with its ledger already. */
    private static List<Finding> withoutRepetition(List<Finding> spanning, List<Finding> known) {
        return spanning.stream()
                .filter(finding -> finding.outcome() == Outcome.PASSED
                        || known.stream().noneMatch(other -> other.subject().equals(finding.subject())))
                .toList();
    }
}
