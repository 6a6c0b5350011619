package org.indelible.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CosignatureSigner;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.verify.BundleReport;
import org.indelible.anchoring.evidence.verify.BundleVerifier;
import org.indelible.anchoring.evidence.verify.OlderCheckpoint;
import org.indelible.anchoring.evidence.verify.VerifierOptions;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.policy.PolicyFormatException;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.primitive.Ed25519Signer;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.TestHistory;
import org.indelible.anchoring.testing.TestHistory.Keys;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.portal.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two verifiers, one in Java and one in a browser without a network, say the same of good bundles and bad ones. */
@Requirement({"R39", "R65"})
class HtmlVerifierTest {
    private static final Keys KEYS = new Keys();

    @TempDir
    Path directory;

    private final List<String> disagreements = new ArrayList<>();

    private record Case(String name, Path bundle, Optional<Path> checkpoint, Optional<Path> policy) {}

    private static TestHistory history() {
        return TestHistory.of(KEYS, 30);
    }

    private Case of(String name, Consumer<TestHistory> wrong) {
        TestHistory history = history();
        wrong.accept(history);
        return new Case(name, history.write(directory.resolve(name + ".zip")), Optional.empty(), Optional.empty());
    }

    /** Leaves stay as they were signed, lines change. */
    private Case afterSigning(String name, Consumer<List<EntryLine>> wrong) {
        return of(name, history -> {
            history.leaves = Optional.of(TestHistory.leavesOf(history.trial));
            wrong.accept(history.trial);
            history.renumber();
        });
    }

    private List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        cases.add(of("good", history -> {}));
        cases.add(of("one entry", history -> history.trial.subList(1, 30).clear()));
        cases.add(of("dropped", history -> {
            history.leaves = Optional.of(TestHistory.leavesOf(history.trial));
            history.trial.remove(7);
        }));
        cases.add(of("dropped before signing", history -> {
            history.trial.remove(7);
            history.renumber();
        }));
        cases.add(afterSigning("swapped", lines -> Collections.swap(lines, 10, 11)));
        cases.add(afterSigning(
                "seal altered",
                lines -> lines.set(
                        4, altered(lines.get(4), lines.get(4).compact().length() - 9))));
        cases.add(afterSigning("payload altered", lines -> lines.set(4, altered(lines.get(4), 300))));
        cases.add(of(
                "disclosure swapped",
                history -> history.trial.set(4, disclosing(history.trial.get(4), history.trial.get(5)))));
        cases.add(of(
                "dated back",
                history -> history.add(TestHistory.LEDGER, "late", KEYS.person(), Duration.ofMinutes(-20))));
        cases.add(of("replayed", history -> history.add("another", "x", KEYS.person(), Duration.ofMillis(5))));
        cases.add(of("certificate replaced", history -> {
            AuthorKey second = KEYS.author("coordinator");
            history.certificate(second);
            history.add(TestHistory.LEDGER, "x", second, Duration.ofMillis(5));
        }));
        cases.add(of("stranger", history -> {
            AuthorKey stranger = new Keys().person();
            history.certificate(stranger);
            history.add(TestHistory.LEDGER, "x", stranger, Duration.ofMillis(5));
        }));
        cases.add(of("withheld and disclosed", history -> history.profile = EvidenceProfile.BLINDED));
        cases.add(of("unknown file", history -> history.files.put("setup.exe", new byte[] {1})));
        cases.add(kept("rewritten", history(), history()));
        TestHistory same = history();
        cases.add(kept("kept", same, same));
        TestHistory shorter = history();
        Path longer =
                Files.write(directory.resolve("longer"), shorter.checkpoint(30).toBytes());
        shorter.trial.subList(20, 30).clear();
        cases.add(new Case(
                "tail withheld", shorter.write(directory.resolve("short.zip")), Optional.of(longer), Optional.empty()));
        cases.addAll(witnessed());
        cases.addAll(rotated());
        cases.addAll(certified());
        cases.addAll(damaged());
        return cases;
    }

    private Case kept(String name, TestHistory before, TestHistory now) throws IOException {
        Path checkpoint = Files.write(
                directory.resolve(name + ".checkpoint"), before.checkpoint(15).toBytes());
        return new Case(name, now.write(directory.resolve(name + ".zip")), Optional.of(checkpoint), Optional.empty());
    }

    private List<Case> witnessed() throws IOException {
        CosignatureSigner witness = new CosignatureSigner("w.example/1", Ed25519Signer.generate(new SecureRandom()));
        CosignatureSigner other = new CosignatureSigner("w.example/2", Ed25519Signer.generate(new SecureRandom()));
        TestHistory history = history();
        history.witnesses.add(witness);
        Path bundle = history.write(directory.resolve("witnessed.zip"));
        String names = "log " + KEYS.identity().verifierKey("platform") + "\nwitness a " + witness.verifierKey()
                + "\nwitness b " + other.verifierKey() + "\ngroup g all a b\n";
        Path enough = Files.writeString(directory.resolve("enough"), names + "quorum a\n");
        Path more = Files.writeString(directory.resolve("more"), names + "quorum g\n");
        Path stranger = Files.writeString(
                directory.resolve("stranger"),
                "log " + new Keys().identity().verifierKey("platform") + "\nquorum none\n");
        return List.of(
                new Case("quorum met", bundle, Optional.empty(), Optional.of(enough)),
                new Case("quorum not met", bundle, Optional.empty(), Optional.of(more)),
                new Case("another log", bundle, Optional.empty(), Optional.of(stranger)));
    }

    /** The trial's key was replaced at its 30th entry; rightly, or in a way that somebody made up. */
    private List<Case> rotated() throws IOException {
        Ed25519Signer old = Ed25519Signer.generate(new SecureRandom());
        CheckpointSigner before = new CheckpointSigner(TestHistory.INSTALLATION, old);
        CheckpointSigner stranger =
                new CheckpointSigner(TestHistory.INSTALLATION, Ed25519Signer.generate(new SecureRandom()));
        CheckpointSigner now = KEYS.checkpoints();
        Function<Checkpoint, KeyHandover> right = last -> before.handOver(last, now);
        Function<Checkpoint, KeyHandover> lost = last -> now.takeOver(last, old.verifier());
        Path names = Files.writeString(
                directory.resolve("names-old-key"), "log " + before.identity().verifierKey("t") + "\nquorum none\n");
        List<Case> cases = new ArrayList<>();
        for (Case each : List.of(
                rotated("rotated", old, right),
                rotated("rotated, lost", old, lost),
                rotated("rotated from another key", old, last -> stranger.handOver(last, now)),
                rotated("rotated to another key", old, last -> before.handOver(last, stranger)),
                rotated(
                        "rotated at another history",
                        old,
                        last -> right.apply(new Checkpoint(last.origin(), last.size(), TreeHash.empty()))),
                rotated(
                        "rotated for another log",
                        old,
                        last -> right.apply(new Checkpoint("test.example/log/u", last.size(), last.root()))))) {
            cases.add(each);
            cases.add(new Case(each.name() + ", old key named", each.bundle(), each.checkpoint(), Optional.of(names)));
        }
        cases.add(of("rotated in silence", history -> rotate(history, old, last -> "")));
        return cases;
    }

    /** Another authority took the place of the first, or somebody says so; sign-ins ended, and their keys went on. */
    private List<Case> certified() {
        CertificateAuthority first = KEYS.authority();
        CertificateAuthority next = Authors.authority();
        return List.of(
                of("authority rotated", history -> {
                    history.announce(first, next, false);
                    history.certifiedBy(next);
                    history.add("after");
                }),
                of("authority rotated in silence", history -> {
                    history.certifiedBy(next);
                    history.add("after");
                }),
                of("old authority goes on", history -> {
                    history.announce(first, next, false);
                    history.certifiedBy(first);
                    history.add("after");
                }),
                of("new authority announces itself", history -> {
                    history.announce(first, next, true);
                    history.certifiedBy(next);
                    history.announce(next, Authors.authority(), false);
                    history.add("after");
                }),
                of("authority in place of another", history -> {
                    history.announce(Authors.authority(), next, false);
                    history.certifiedBy(next);
                    history.add("after");
                }),
                of("stored just after the sign-in ended", history -> {
                    history.signedOut();
                    history.add(TestHistory.LEDGER, "under way", KEYS.person(), Duration.ofSeconds(30));
                }),
                of("sealed after the sign-in ended", history -> {
                    history.signedOut();
                    history.add(TestHistory.LEDGER, "late", KEYS.person(), Duration.ofMinutes(5));
                }));
    }

    private Case rotated(String name, Ed25519Signer old, Function<Checkpoint, KeyHandover> handover)
            throws IOException {
        TestHistory history = history();
        rotate(history, old, last -> handover.apply(last).note().toString());
        return kept(name, history, history);
    }

    private static void rotate(TestHistory history, Ed25519Signer old, Function<Checkpoint, String> handover) {
        history.rotatedFrom(old, handover);
        for (int i = 0; i < 5; i++) {
            history.add("after " + i);
        }
    }

    private List<Case> damaged() throws IOException {
        byte[] good = history().toBytes();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            byte[] flipped = good.clone();
            flipped[(int) ((long) i * good.length / 25) + 3] ^= 0x10;
            Path bundle = Files.write(directory.resolve("flip-" + i + ".zip"), flipped);
            cases.add(new Case("flip " + i, bundle, Optional.empty(), Optional.empty()));
        }
        Path cut = Files.write(directory.resolve("cut.zip"), java.util.Arrays.copyOf(good, good.length - 100));
        cases.add(new Case("cut off", cut, Optional.empty(), Optional.empty()));
        return cases;
    }

    private static EntryLine altered(EntryLine line, int at) {
        char other = line.compact().charAt(at) == 'A' ? 'B' : 'A';
        String compact =
                line.compact().substring(0, at) + other + line.compact().substring(at + 1);
        return new EntryLine(line.index(), compact, line.disclosures(), line.erased());
    }

    private static EntryLine disclosing(EntryLine line, EntryLine other) {
        List<String> disclosures = new ArrayList<>(line.disclosures());
        disclosures.set(0, other.disclosures().getFirst());
        return new EntryLine(line.index(), line.compact(), disclosures, List.of());
    }

    @Test
    void it_says_what_the_jar_says() throws Exception {
        try (Chromium chromium = Chromium.start();
                HtmlVerifier html = new HtmlVerifier(chromium.browser(), directory)) {
            Set<String> results = new TreeSet<>();
            for (Case each : cases()) {
                results.add(compare(each, html.verify(each.bundle(), each.checkpoint(), each.policy())));
            }
            assertThat(disagreements).isEmpty();
            assertThat(results).containsExactly("failed", "not-checked", "passed");
            assertThat(html.requests()).isEmpty();
        }
    }

    private String compare(Case each, HtmlVerifier.Verdict html)
            throws IOException, EvidenceFormatException, PolicyFormatException {
        BundleReport jar = new BundleVerifier(options(each)).verify(each.bundle(), ProgressListener.NONE);
        String result = code(jar.outcome());
        Set<String> failed = jar.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .map(Finding::check)
                .map(HtmlVerifierTest::code)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean sameReason = failed.isEmpty() || failed.stream().anyMatch(html.failed()::contains);
        if (!html.result().equals(result) || !sameReason) {
            disagreements.add(
                    each.name() + ": jar " + result + " " + failed + ", page " + html.result() + " " + html.failed());
        }
        return result;
    }

    private static VerifierOptions options(Case each)
            throws IOException, EvidenceFormatException, PolicyFormatException {
        Optional<TrustPolicy> policy = each.policy().isEmpty()
                ? Optional.empty()
                : Optional.of(TrustPolicy.parse(Files.readAllBytes(each.policy().get())));
        Optional<OlderCheckpoint> older = each.checkpoint().isEmpty()
                ? Optional.empty()
                : Optional.of(OlderCheckpoint.parse(
                        Files.readAllBytes(each.checkpoint().get())));
        return new VerifierOptions(policy, older);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void it_says_what_it_cannot_check() throws IOException {
        try (Chromium chromium = Chromium.start();
                HtmlVerifier html = new HtmlVerifier(chromium.browser(), directory)) {
            Path bundle = history().write(directory.resolve("good.zip"));
            assertThat(html.verify(bundle, Optional.empty(), Optional.empty()).text())
                    .contains("What this page cannot check")
                    .contains("Cosignatures with ML-DSA, time-stamps")
                    .contains("the key of the log came with the bundle");
        }
    }
}
