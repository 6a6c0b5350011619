package org.indelible.anchoring.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.export.EvidenceAttachments;
import org.indelible.anchoring.evidence.export.EvidenceExport;
import org.indelible.anchoring.evidence.export.EvidenceRequest;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.note.NoteSignature;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.primitive.EncodingException;
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

/** After a rotation old checkpoints verify, the new key signs, and the old one signs nothing more, by whatever way. */
@Requirement({"R05", "R33", "R43"})
class LogKeyRotationTest {
    private static final String INSTALLATION = "test.example/log";

    @TempDir
    Path home;

    private TestDatabase database;
    private TestLedger ledger;
    private Ed25519Signer first;

    @BeforeEach
    void begin() {
        database = TestDatabase.create();
        ledger = new TestLedger(database, home).certified();
        first = key();
        ledger.signsWith(signer(first));
        append(5);
        ledger.checkpoints().checkpointAll();
    }

    @AfterEach
    void close() {
        ledger.close();
        database.close();
    }

    private static Ed25519Signer key() {
        return Ed25519Signer.generate(new SecureRandom());
    }

    private static CheckpointSigner signer(Ed25519Signer key) {
        return new CheckpointSigner(INSTALLATION, key);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            ledger.append("t", "s", TestLedger.data("value"));
        }
    }

    private List<Finding> stored() {
        return ledger.verifier().verifyAll(ProgressListener.NONE).failures();
    }

    private BundleReport bundle(VerifierOptions options) throws IOException {
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
        return new BundleVerifier(options).verify(file, ProgressListener.NONE);
    }

    private static List<Finding> failures(BundleReport report) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .toList();
    }

    private static VerifierOptions naming(Ed25519Signer key) throws Exception {
        String line = "log " + signer(key).identity().verifierKey("t") + "\nquorum none\n";
        return new VerifierOptions(
                Optional.of(TrustPolicy.parse(line.getBytes(StandardCharsets.UTF_8))), Optional.empty());
    }

    private static List<Outcome> outcomes(BundleReport report, Check check) {
        return report.findings().stream()
                .filter(finding -> finding.check() == check)
                .map(Finding::outcome)
                .toList();
    }

    @Test
    void everything_verifies_wherever_keys_were_rotated() throws Exception {
        Random random = new Random(7);
        List<SignedCheckpoint> kept = new ArrayList<>();
        for (int rotation = 0; rotation < 4; rotation++) {
            append(random.nextInt(4));
            if (random.nextBoolean()) {
                kept.addAll(ledger.checkpoints().checkpointAll());
            }
            ledger.rotate(signer(key()));
            append(random.nextInt(3));
            ledger.checkpoints().checkpointAll();
            ledger.checkpoints().latest("t").ifPresent(kept::add);
            assertThat(stored()).isEmpty();
        }
        for (SignedCheckpoint checkpoint : kept) {
            BundleReport report = bundle(new VerifierOptions(Optional.empty(), Optional.of(older(checkpoint))));
            assertThat(failures(report)).isEmpty();
            assertThat(outcomes(report, Check.OLDER_CHECKPOINT)).containsExactly(Outcome.PASSED);
        }
    }

    private static OlderCheckpoint older(SignedCheckpoint checkpoint) throws EvidenceFormatException {
        return OlderCheckpoint.parse(checkpoint.note().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_old_key_signs_nothing_more() {
        CheckpointSigner old = ledger.signer();
        ledger.rotate(signer(key()));
        append(1);

        CheckpointSigner present = ledger.signer();
        ledger.signsWith(old);
        assertThatThrownBy(() -> ledger.checkpoints().checkpoint("t"))
                .isInstanceOfSatisfying(
                        CheckpointRefusedException.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(CheckpointRefusedException.Reason.KEY_RETIRED));

        ledger.signsWith(present).checkpoints().checkpointAll();
        SignedCheckpoint head = ledger.checkpoints().latest("t").orElseThrow();
        resign("t", head, old);
        assertThat(stored()).extracting(Finding::check).contains(Check.CHECKPOINT);
    }

    /** As whoever has the old key and the database does. */
    private void resign(String name, SignedCheckpoint checkpoint, CheckpointSigner with) {
        String note = with.sign(name, checkpoint.size(), root(checkpoint)).toString();
        database.tamper("update ledger.checkpoint set note = '" + note + "' where ledger = '" + name + "' and size = "
                + checkpoint.size());
    }

    private static Hash root(SignedCheckpoint checkpoint) {
        try {
            return Hash.parse(checkpoint.root());
        } catch (EncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_key_that_nobody_handed_over_to_is_refused() throws Exception {
        ledger.signsWith(signer(key()));
        append(1);
        ledger.checkpoints().checkpointAll();

        assertThat(stored()).extracting(Finding::check).contains(Check.CHECKPOINT);
        assertThat(failures(bundle(VerifierOptions.NONE)))
                .extracting(Finding::check)
                .contains(Check.CHECKPOINT);
    }

    @Test
    void a_handover_that_the_old_key_did_not_sign_is_refused_unless_it_is_declared_lost() throws Exception {
        Ed25519Signer next = key();
        Checkpoint head = ledger.head("t");
        KeyHandover lost = signer(next).takeOver(head, first.verifier());
        NoteSigner stranger = NoteSigner.of(head.origin(), key());
        // The id of the true key before a signature of another.
        NoteSignature bad = NoteSignature.of(
                head.origin(),
                signer(first).identity().verifierKey("t").id(),
                stranger.sign(lost.note().text()).signature());
        String forged = lost.note().with(List.of(bad)).toString();
        ledger.record("t", forged);
        ledger.record("platform", signer(next).takeOver(ledger.head("platform"), first.verifier()));
        ledger.signsWith(signer(next));
        append(1);
        ledger.checkpoints().checkpoint("platform");

        assertThat(stored()).extracting(Finding::check).contains(Check.LOG_KEY);
    }

    @Test
    void a_handover_at_another_history_or_before_what_was_signed_is_refused() throws Exception {
        Ed25519Signer next = key();
        Checkpoint head = ledger.head("t");
        ledger.record(
                "t",
                signer(first).handOver(new Checkpoint(head.origin(), head.size(), TreeHash.empty()), signer(next)));
        ledger.record("platform", signer(first).handOver(ledger.head("platform"), signer(next)));
        ledger.signsWith(signer(next));
        append(1);
        ledger.checkpoints().checkpointAll();

        assertThat(stored()).extracting(Finding::check).contains(Check.LOG_KEY);
        assertThat(failures(bundle(VerifierOptions.NONE)))
                .extracting(Finding::check)
                .contains(Check.LOG_KEY);
    }

    @Test
    void a_reader_who_names_the_old_key_trusts_the_new_one_only_where_the_old_signed_for_it() throws Exception {
        Ed25519Signer next = key();
        ledger.rotate(signer(next));
        append(1);
        assertThat(outcomes(bundle(naming(first)), Check.LOG_KEY)).containsExactly(Outcome.PASSED);
        assertThat(outcomes(bundle(naming(next)), Check.LOG_KEY)).containsExactly(Outcome.PASSED);
        assertThat(outcomes(bundle(naming(key())), Check.LOG_KEY)).contains(Outcome.FAILED);

        Ed25519Signer after = key();
        for (String log : List.of("t", "platform")) {
            ledger.record(log, signer(after).takeOver(ledger.head(log), next.verifier()));
        }
        ledger.signsWith(signer(after));
        append(1);
        ledger.checkpoints().checkpointAll();

        assertThat(stored()).isEmpty();
        assertThat(outcomes(bundle(naming(first)), Check.LOG_KEY)).containsExactly(Outcome.NOT_CHECKED);
        assertThat(outcomes(bundle(naming(next)), Check.LOG_KEY)).containsExactly(Outcome.NOT_CHECKED);
        assertThat(outcomes(bundle(naming(after)), Check.LOG_KEY)).containsExactly(Outcome.PASSED);
        BundleReport report = bundle(VerifierOptions.NONE);
        assertThat(failures(report)).isEmpty();
        assertThat(report.findings())
                .anyMatch(finding -> finding.outcome() == Outcome.NOT_CHECKED
                        && finding.message().contains("declared lost"));
    }
}
