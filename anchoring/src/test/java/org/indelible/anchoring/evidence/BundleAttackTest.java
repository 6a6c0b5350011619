package org.indelible.anchoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestHistory;
import org.indelible.anchoring.testing.TestHistory.Keys;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator with every server key makes a bundle that lies, or somebody without any changes a true one: each is refused, with the right finding. */
@Requirement({"R05", "R33", "R39"})
class BundleAttackTest {
    private static final Keys KEYS = new Keys();
    private static final int ENTRIES = 40;

    @TempDir
    Path directory;

    private final TestHistory history = TestHistory.of(KEYS, ENTRIES);

    private BundleReport verify(TestHistory of, Optional<SignedNote> kept) throws IOException {
        return verify(of.write(directory.resolve("bundle.zip")), kept);
    }

    static BundleReport verify(Path bundle, Optional<SignedNote> kept) throws IOException {
        Optional<OlderCheckpoint> older = kept.map(note -> {
            try {
                return OlderCheckpoint.parse(note.toBytes());
            } catch (EvidenceFormatException e) {
                throw new IllegalArgumentException(e);
            }
        });
        return new BundleVerifier(new VerifierOptions(Optional.empty(), older)).verify(bundle, ProgressListener.NONE);
    }

    private List<Finding> failures(TestHistory of) throws IOException {
        return failures(verify(of, Optional.empty()));
    }

    static List<Finding> failures(BundleReport report) {
        return report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .toList();
    }

    private static void assertOnly(Check check, List<Finding> failures) {
        assertThat(failures).isNotEmpty().extracting(Finding::check).containsOnly(check);
    }

    @Test
    void good_bundles_pass() throws IOException {
        for (int n = 1; n <= Integer.getInteger("indelible.evidence.good", 1000); n++) {
            int i = n % 50 == 0 ? n : 1 + n % 9;
            TestHistory good = TestHistory.of(KEYS, i);
            BundleReport report = verify(good, Optional.of(good.checkpoint((i + 1) / 2)));
            assertThat(failures(report)).isEmpty();
            assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(report.entries()).isEqualTo(i);
        }
    }

    @Test
    void what_is_not_checked_is_said() throws IOException {
        assertThat(verify(history, Optional.empty()).findings())
                .filteredOn(finding -> finding.outcome() == Outcome.NOT_CHECKED)
                .extracting(Finding::check)
                .containsExactlyInAnyOrder(Check.LOG_KEY, Check.WITNESSES, Check.OLDER_CHECKPOINT, Check.TIME_STAMP);
    }

    @Test
    void a_history_rewritten_with_every_key_is_refused_by_who_kept_a_checkpoint() throws IOException {
        SignedNote kept = history.checkpoint(30);
        TestHistory rewritten = new TestHistory(KEYS);
        for (int i = 0; i < ENTRIES; i++) {
            rewritten.add(i == 5 ? "another value" : "value " + i);
        }
        assertThat(failures(rewritten))
                .as("without a checkpoint nobody can tell")
                .isEmpty();
        List<Finding> failures = failures(verify(rewritten, Optional.of(kept)));
        assertOnly(Check.OLDER_CHECKPOINT, failures);
        assertThat(failures.getFirst().message()).contains("rewritten");
    }

    @Test
    void a_withheld_tail_is_refused_by_who_kept_a_checkpoint() throws IOException {
        SignedNote kept = history.checkpoint(ENTRIES);
        history.trial.subList(30, ENTRIES).clear();
        List<Finding> failures = failures(verify(history, Optional.of(kept)));
        assertOnly(Check.OLDER_CHECKPOINT, failures);
        assertThat(failures.getFirst().message()).contains("withheld");
    }

    @Test
    void a_log_under_another_key_is_refused_by_who_kept_a_checkpoint() throws IOException {
        SignedNote kept = TestHistory.of(new Keys(), 30).checkpoint(20);
        List<Finding> failures = failures(verify(history, Optional.of(kept)));
        assertOnly(Check.OLDER_CHECKPOINT, failures);
        assertThat(failures.getFirst().message()).contains("another key");
    }

    @Test
    void a_dropped_entry_is_named() throws IOException {
        history.leaves = Optional.of(TestHistory.leavesOf(history.trial));
        history.trial.remove(7);
        assertThat(failures(history))
                .anySatisfy(finding -> {
                    assertThat(finding.check()).isEqualTo(Check.TREE);
                    assertThat(finding.subject()).isEqualTo("entry 7");
                    assertThat(finding.message()).contains("missing");
                })
                .extracting(Finding::check)
                .containsOnly(Check.TREE, Check.STREAM);
    }

    @Test
    void an_entry_dropped_before_signing_is_missed_in_its_stream() throws IOException {
        history.trial.remove(7);
        history.renumber();
        List<Finding> failures = failures(history);
        assertOnly(Check.STREAM, failures);
        assertThat(failures.getFirst().message()).contains("lacks number 2");
    }

    @Test
    void entries_in_another_order_are_named() throws IOException {
        history.leaves = Optional.of(TestHistory.leavesOf(history.trial));
        Collections.swap(history.trial, 10, 11);
        history.renumber();
        assertThat(failures(history))
                .filteredOn(finding -> finding.check() == Check.TREE)
                .extracting(Finding::subject)
                .containsExactly("entry 10", "entry 11");
    }

    @Test
    void entries_of_a_stream_put_in_another_order_before_signing_are_named() throws IOException {
        Collections.swap(history.trial, 10, 13);
        history.renumber();
        assertOnly(Check.STREAM, failures(history));
    }

    @Test
    void an_entry_dated_back_is_named() throws IOException {
        history.add(TestHistory.LEDGER, "late", KEYS.person(), Duration.ofMinutes(-30));
        List<Finding> failures = failures(history);
        assertOnly(Check.TIME, failures);
        assertThat(failures.getFirst().subject()).isEqualTo("entry " + ENTRIES);
    }

    @Test
    void a_fake_disclosure_is_named() throws IOException {
        EntryLine line = history.trial.get(4);
        List<String> disclosures = new ArrayList<>(line.disclosures());
        disclosures.set(0, history.trial.get(5).disclosures().getFirst());
        history.trial.set(4, new EntryLine(4, line.compact(), disclosures, List.of()));
        List<Finding> failures = failures(history);
        assertOnly(Check.DISCLOSURE, failures);
        assertThat(failures.getFirst().subject()).isEqualTo("entry 4");
    }

    @Test
    void a_disclosure_given_twice_or_called_erased_is_named() throws IOException {
        EntryLine line = history.trial.get(4);
        List<String> twice = new ArrayList<>(line.disclosures());
        twice.add(twice.getFirst());
        history.trial.set(4, new EntryLine(4, line.compact(), twice, List.of()));
        EntryLine other = history.trial.get(6);
        history.trial.set(6, new EntryLine(6, other.compact(), other.disclosures(), List.of("A".repeat(43))));
        List<Finding> failures = failures(history);
        assertOnly(Check.DISCLOSURE, failures);
        assertThat(failures).extracting(Finding::subject).containsExactly("entry 4", "entry 6");
    }

    @Test
    void an_entry_of_another_trial_is_named() throws IOException {
        history.add("another-trial", "replayed", KEYS.person(), Duration.ofMillis(5));
        List<Finding> failures = failures(history);
        assertOnly(Check.LEDGER, failures);
        assertThat(failures.getFirst().subject()).isEqualTo("entry " + ENTRIES);
    }

    @Test
    void an_entry_under_another_certificate_than_the_sign_in_is_named() throws IOException {
        AuthorKey second = KEYS.author("coordinator");
        history.certificate(second);
        history.add(TestHistory.LEDGER, "forged", second, Duration.ofMillis(5));
        List<Finding> failures = failures(history);
        assertOnly(Check.CERTIFICATION, failures);
        assertThat(failures.getFirst().message()).contains("does not certify key");
    }

    @Test
    void a_replaced_certificate_is_named() throws IOException {
        String name = "certificates/" + KEYS.person().kid() + ".der";
        history.files.put(name, KEYS.author("coordinator").certificate().der());
        assertOnly(Check.CERTIFICATE, failures(history));
    }

    @Test
    void an_author_of_another_authority_is_refused() throws IOException {
        AuthorKey stranger = new Keys().person();
        history.certificate(stranger);
        history.add(TestHistory.LEDGER, "forged", stranger, Duration.ofMillis(5));
        assertThat(failures(history)).extracting(Finding::check).contains(Check.CERTIFICATE);
    }

    @Test
    void an_altered_seal_is_named() throws IOException {
        EntryLine line = history.trial.get(9);
        String compact = line.compact();
        int at = compact.length() - 20;
        char other = compact.charAt(at) == 'A' ? 'B' : 'A';
        history.leaves = Optional.of(TestHistory.leavesOf(history.trial));
        history.trial.set(
                9,
                new EntryLine(
                        9,
                        compact.substring(0, at) + other + compact.substring(at + 1),
                        line.disclosures(),
                        List.of()));
        assertThat(failures(history))
                .filteredOn(finding -> finding.subject().equals("entry 9"))
                .extracting(Finding::check)
                .contains(Check.SEAL, Check.TREE);
    }

    @Test
    void a_profile_that_withholds_and_discloses_is_refused() throws IOException {
        history.profile = EvidenceProfile.BLINDED;
        assertOnly(Check.DISCLOSURE, failures(history));
    }

    @Test
    void a_bundle_put_together_by_somebody_else_is_refused() throws IOException {
        history.listSigner = Optional.of(signer());
        assertOnly(Check.MANIFEST, failures(history));
    }

    static NoteSigner signer() {
        try {
            return NoteSigner.of(TestHistory.INSTALLATION + "/evidence", Ed25519Signer.generate(new SecureRandom()));
        } catch (org.indelible.anchoring.note.NoteFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_that_belongs_to_no_bundle_is_named() throws IOException {
        history.files.put("setup.exe", new byte[] {1});
        List<Finding> failures = failures(history);
        assertOnly(Check.CONTAINER, failures);
        assertThat(failures.getFirst().subject()).isEqualTo("setup.exe");
    }

    /** Whoever alters any byte, and hides it behind new check sums without the key, is refused for the list; here the operator signs the list too. */
    @Test
    void any_byte_altered_before_the_list_is_signed_is_refused() throws Exception {
        Map<String, byte[]> contents = new HashMap<>();
        try (BundleFile good = BundleFile.open(history.write(directory.resolve("good.zip")))) {
            for (BundleMember member : good.members()) {
                contents.put(member.name(), good.read(member));
            }
        }
        List<String> names = contents.keySet().stream()
                .filter(name -> name.matches("(ledger|platform|certificates)/.*"))
                .filter(name -> contents.getOrDefault(name, new byte[0]).length > 0)
                .sorted()
                .toList();
        Random random = new Random(20_261_122);
        for (int i = 0; i < Integer.getInteger("indelible.evidence.flips", 100); i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] altered = contents.getOrDefault(name, new byte[0]).clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            Path bundle = repacked(contents, name, altered);
            assertThat(failures(verify(bundle, Optional.empty())))
                    .as("%s, byte %d, %d", name, at, i)
                    .isNotEmpty();
        }
    }

    private Path repacked(Map<String, byte[]> contents, String name, byte[] altered) throws IOException {
        TestHistory copy = new TestHistory(KEYS);
        copy.files.clear();
        contents.forEach((member, content) -> {
            if (!member.startsWith(Sums.NAME)) {
                copy.files.put(member, content);
            }
        });
        copy.files.put(name, altered);
        copy.trial.addAll(history.trial);
        return Files.write(directory.resolve("altered.zip"), copy.toBytes());
    }
}
