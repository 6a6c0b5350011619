package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.export.EvidenceAttachments;
import org.indelible.anchoring.evidence.export.EvidenceExport;
import org.indelible.anchoring.evidence.export.EvidenceRequest;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestDatabase;
import org.indelible.anchoring.testing.TestLedger;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a rotation whom the old authority certified is believed for what was before, and nobody whom it certifies after it. */
@Requirement({"R05", "R33", "R43"})
class AuthorityRotationTest {
    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;
    private CertificateAuthority first;

    @BeforeEach
    void begin() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home).certified();
        first = ledger.authority();
        append(5);
        ledger.checkpoints().checkpointAll();
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            ledger.append("t", "s", TestLedger.data("value"));
        }
        ledger.checkpoints().checkpointAll();
    }

    private long size() {
        return ledger.store().ledgerSize(LedgerStore.PLATFORM);
    }

    private List<Finding> stored() {
        return ledger.verifier().verifyAll(ProgressListener.NONE).findings();
    }

    private List<Finding> bundled() throws IOException {
        Path file = home.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new EvidenceExport(
                            ledger.store(),
                            new LedgerHistory(database.application()),
                            ledger.checkpoints(),
                            ledger.signer(),
                            new CertificateStore(database.application())::find,
                            ledger.authority().root(),
                            ledger.blobs(),
                            EvidenceAttachments.NONE,
                            Clock.systemUTC())
                    .write(
                            EvidenceRequest.whole(
                                    "t",
                                    ledger.store().ledgerSize("t"),
                                    EvidenceProfile.FULL,
                                    new Manifest.Recipient("i", "INSPECTOR", "regulator")),
                            out);
        }
        return new BundleVerifier(VerifierOptions.NONE)
                .verify(file, ProgressListener.NONE)
                .findings();
    }

    private static List<Check> failed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(Finding::check)
                .toList();
    }

    @Test
    void everything_verifies_wherever_authorities_were_rotated() throws Exception {
        Random random = new Random(11);
        for (int rotation = 0; rotation < 3; rotation++) {
            append(random.nextInt(3));
            ledger.rotateAuthority(Authors.authority());
            append(random.nextInt(3));
            assertThat(failed(stored())).isEmpty();
            assertThat(failed(bundled())).isEmpty();
        }
    }

    @Test
    void one_that_nobody_announced_is_refused() throws Exception {
        ledger.certifiesWith(Authors.authority());
        append(2);

        assertThat(failed(stored())).contains(Check.CERTIFICATE);
        assertThat(failed(bundled())).contains(Check.CERTIFICATE);
    }

    @Test
    void the_old_one_certifies_nobody_after_it() throws Exception {
        CertificateAuthority next = Authors.authority();
        ledger.rotateAuthority(next);
        append(1);
        ledger.certifiesWith(first);
        append(2);
        ledger.certifiesWith(next);
        append(1);

        assertThat(failed(stored())).contains(Check.CERTIFICATION);
        assertThat(failed(bundled())).contains(Check.CERTIFICATION);
    }

    @Test
    void a_new_one_that_announces_itself_is_refused_unless_the_old_is_declared_lost() throws Exception {
        CertificateAuthority next = Authors.authority();
        long since = size();
        ledger.certifiesWith(next);
        ledger.announce(since, first, next, false);
        append(1);
        assertThat(failed(stored())).contains(Check.CERTIFICATE);
        assertThat(failed(bundled())).contains(Check.CERTIFICATE);
    }

    @Test
    void one_that_was_lost_is_told_for_good() throws Exception {
        CertificateAuthority next = Authors.authority();
        long since = size();
        ledger.certifiesWith(next);
        ledger.announce(since, first, next, true);
        append(1);

        for (List<Finding> findings : List.of(stored(), bundled())) {
            assertThat(failed(findings)).isEmpty();
            assertThat(findings)
                    .anyMatch(finding -> finding.outcome() == Outcome.NOT_CHECKED
                            && finding.message().contains("declared lost"));
        }
    }

    @Test
    void a_point_before_the_old_one_certified_or_another_old_one_is_refused() throws Exception {
        CertificateAuthority next = Authors.authority();
        ledger.announce(size(), Authors.authority(), next, false);
        ledger.certifiesWith(next);
        append(1);

        assertThat(failed(stored())).contains(Check.CERTIFICATE);
    }

    @Test
    void who_was_certified_before_the_point_was_not_by_the_new_one() throws Exception {
        CertificateAuthority next = Authors.authority();
        ledger.certifiesWith(next);
        append(1);
        ledger.announce(size(), first, next, true);
        append(1);

        assertThat(failed(stored())).contains(Check.CERTIFICATION);
        assertThat(failed(bundled())).contains(Check.CERTIFICATION);
    }
}
