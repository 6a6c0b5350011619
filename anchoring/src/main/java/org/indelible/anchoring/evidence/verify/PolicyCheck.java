package org.indelible.anchoring.evidence.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.policy.PolicyLog;
import org.indelible.anchoring.policy.PolicyVerdict;
import org.indelible.anchoring.policy.PolicyWitness;
import org.indelible.anchoring.policy.Quorum;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Findings;

/** Whether the logs of a bundle are trusted by its reader, and have been seen by witnesses that the reader trusts (C2SP tlog-policy). */
final class PolicyCheck {
    private static final String SUBJECT = "your policy";
    private static final String LATEST = "the latest checkpoint";

    private final Manifest manifest;
    private final List<VerifierKey> keys;
    private final Announcements announced;
    private final TrustedTimes times;
    private final Findings findings;
    private final List<String> seen = new ArrayList<>();
    private long covered = -1;
    private final List<String> lost = new ArrayList<>();

    PolicyCheck(Manifest manifest, Announcements announced, TrustedTimes times, Findings findings) {
        this.manifest = manifest;
        this.keys = List.of(
                manifest.identity().verifierKey(manifest.trialLog().name()),
                manifest.identity().verifierKey(manifest.platformLog().name()));
        this.announced = announced;
        this.times = times;
        this.findings = findings;
    }

    /** Without a policy there is nobody's word but the bundle's own. */
    void withoutPolicy() {
        findings.notChecked(
                Check.LOG_KEY,
                manifest.identity().installation(),
                "the key of the log came with the bundle. Compare it with one you got otherwise: " + keys.getFirst());
        findings.notChecked(
                Check.WITNESSES,
                manifest.identity().installation(),
                "you gave no policy, so nobody says which witnesses count");
    }

    /** Judges every checkpoint: a witness of either log has seen the trial's history up to there. */
    void run(TrustPolicy policy, LogTree trial, LogTree platform) {
        logKeys(policy, List.of(trial, platform));
        TrustPolicy ours = policy.forLogs(Stream.of(trial, platform)
                .flatMap(tree -> tree.keys().all().stream()
                        .map(key -> manifest.identity().with(key).verifierKey(tree.name())))
                .toList());
        trial.notes().forEach(note -> judge(ours, manifest.trialLog(), note));
        platform.notes().forEach(note -> judge(ours, manifest.platformLog(), note));
        conclude(policy);
    }

    private void logKeys(TrustPolicy policy, List<LogTree> trees) {
        boolean trusted = false;
        for (PolicyLog log : policy.logs()) {
            Optional<LogTree> ours = trees.stream()
                    .filter(tree -> manifest.identity()
                            .origin(tree.name())
                            .equals(log.key().name()))
                    .findFirst();
            trusted |= ours.isPresent() && trusts(ours.get(), log.key());
        }
        if (!trusted) {
            lost.forEach(message -> findings.notChecked(Check.LOG_KEY, SUBJECT, message));
        }
        if (!trusted && lost.isEmpty()) {
            findings.notChecked(Check.LOG_KEY, SUBJECT, "it names neither log of this bundle: " + keys);
        }
        findings.checked(Check.LOG_KEY, "your policy names the log, and the key it signs with");
    }

    /** A key that was handed over speaks for the one after it; one that was lost could not. */
    private boolean trusts(LogTree tree, VerifierKey named) {
        VerifierKey present = manifest.identity().verifierKey(tree.name());
        if (tree.keys().leadsToPresent(named.key())) {
            return true;
        }
        if (tree.keys().all().contains(named.key())) {
            lost.add("it knows " + named.name() + " under the key " + named + ", which was declared lost; the log"
                    + " signs with " + present + " since. Ask whoever you trust whether that is so");
        } else {
            findings.failed(
                    Check.LOG_KEY,
                    SUBJECT,
                    "it knows " + named.name() + " under the key " + named + ", this bundle is signed with " + present);
        }
        return false;
    }

    private void judge(TrustPolicy policy, BundledLog log, SignedNote note) {
        try {
            PolicyVerdict verdict = policy.judge(note);
            OptionalLong entries = announced.entries(log, verdict.checkpoint().size());
            if (entries.isEmpty()) {
                return;
            }
            if (verdict.quorumMet()) {
                covered = Math.max(covered, entries.getAsLong());
            }
            for (PolicyWitness witness : verdict.cosignatures().keySet()) {
                Instant at = verdict.seenBy(witness).orElseThrow();
                times.add(entries.getAsLong(), at, "witness " + witness.name());
                seen.add(witness.name() + " at " + at + " (the first " + entries.getAsLong() + " entries)");
            }
        } catch (CheckpointFormatException | NoteVerificationException e) {
            findings.failed(Check.WITNESSES, "a checkpoint of " + log.ledger(), String.valueOf(e.getMessage()));
        }
    }

    private void conclude(TrustPolicy policy) {
        if (policy.quorum() instanceof Quorum.None) {
            return;
        }
        String by = seen.isEmpty() ? "nobody your policy knows" : last(seen);
        if (covered < 0) {
            findings.notChecked(
                    Check.WITNESSES,
                    LATEST,
                    "your policy demands " + policy.quorum().words() + ", it was cosigned by " + by);
        } else if (covered < manifest.treeSize()) {
            findings.notChecked(
                    Check.WITNESSES,
                    LATEST,
                    "what your policy demands, " + policy.quorum().words() + ", holds for the first " + covered
                            + " entries; the " + (manifest.treeSize() - covered)
                            + " after them were not yet witnessed when the bundle was made");
        } else {
            findings.checked(Check.WITNESSES, "all entries were seen by " + by);
        }
    }

    private static String last(List<String> seen) {
        return String.join(", ", seen.subList(Math.max(0, seen.size() - 4), seen.size()));
    }
}
