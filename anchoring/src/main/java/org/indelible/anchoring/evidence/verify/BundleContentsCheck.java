package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.ledger.LossEvent;
import org.indelible.anchoring.policy.PolicyFormatException;
import org.indelible.anchoring.policy.TrustPolicy;
import org.indelible.anchoring.verify.Attributions;
import org.indelible.anchoring.verify.AuthorCertificates;
import org.indelible.anchoring.verify.CertificateUse;
import org.indelible.anchoring.verify.Certifications;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.ExaminedEntry;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Findings;
import org.indelible.anchoring.verify.PlatformCertification;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.anchoring.verify.SealCheck;
import org.indelible.anchoring.verify.SignInEnds;
import org.indelible.anchoring.verify.StreamAudit;

/** Verifies the two logs of a bundle, the platform's first, since the trial's entries cite it. */
final class BundleContentsCheck {
    private static final String ROOT = "certificates/root.der";
    private static final String POLICY = "policy";
    private static final String CHECKPOINT_ENTERED = "trial-checkpoint-signed";
    private static final String CLOCK_DECLARED = "simulated-clock-declared";
    private static final List<Check> OF_ENTRIES = List.of(
            Check.FORMAT,
            Check.SEAL,
            Check.CERTIFICATE,
            Check.LEDGER,
            Check.DISCLOSURE,
            Check.CERTIFICATION,
            Check.TREE);

    private final CheckedBundle bundle;
    private final Manifest manifest;
    private final VerifierOptions options;
    private final ProgressListener progress;
    private final Findings ofTrial;
    private final Findings ofPlatform;
    private final Map<String, PlatformCertification> platformEntries = new HashMap<>();
    private final SignInEnds ends = new SignInEnds();
    private final Announcements announced;
    private final LogKeys.Collector keysOfTrial;
    private final LogKeys.Collector keysOfPlatform;
    private final TrustedTimes trusted = new TrustedTimes();
    private long entries;
    private boolean simulatedClock;

    BundleContentsCheck(CheckedBundle bundle, Manifest manifest, VerifierOptions options, ProgressListener progress) {
        this.bundle = bundle;
        this.manifest = manifest;
        this.options = options;
        this.progress = progress;
        this.announced = new Announcements(manifest.trialLog());
        this.keysOfTrial = new LogKeys.Collector(manifest.ledger());
        this.keysOfPlatform = new LogKeys.Collector(manifest.platformLog().ledger());
        this.ofTrial = new Findings(manifest.ledger());
        this.ofPlatform = new Findings(manifest.platformLog().ledger());
    }

    long entries() {
        return entries;
    }

    boolean simulatedClock() {
        return simulatedClock;
    }

    List<Finding> run() throws IOException, EvidenceFormatException {
        byte[] root = bundle.read(ROOT);
        AuthorCertificates authors = authors(root);
        // Its entries before the checkpoints: they say with which keys those are signed.
        platformEntries(authors);
        LogTree trial = tree(manifest.trialLog(), keysOfTrial, ofTrial);
        LogTree platform = tree(manifest.platformLog(), keysOfPlatform, ofPlatform);
        enteredInPlatform(trial);
        announced.match(trial.notes());
        policy(trial, platform);
        new TimestampCheck(bundle, manifest, options, announced, trusted, ofTrial).run(trial, platform);
        trusted.settle();
        trialEntries(authors);
        olderCheckpoint(trial, platform);
        List<Finding> all = new ArrayList<>(ofTrial.all());
        all.addAll(ofPlatform.all());
        return all;
    }

    private LogTree tree(BundledLog log, LogKeys.Collector keys, Findings findings) throws IOException {
        if (log.log().generation() > 1) {
            findings.notChecked(
                    Check.HIGH_WATER,
                    log.name(),
                    "entries of ledger " + log.ledger()
                            + " were lost, and it goes on under this name: its entries of type " + LossEvent.DECLARED
                            + " say which");
        }
        LogTree tree = new LogTree(bundle, log, keys.keys(manifest.identity()), findings);
        tree.check(OlderCheckpoint.size(options.older().filter(older -> older.isOf(log, manifest.identity()))));
        return tree;
    }

    private AuthorCertificates authors(byte[] root) throws EvidenceFormatException {
        try {
            X509CertificateHolder certificate = new X509CertificateHolder(root);
            if (!certificate
                            .getIssuer()
                            .toString()
                            .equals(certificate.getSubject().toString())
                    || certificate.getNotAfter().before(certificate.getNotBefore())) {
                throw new EvidenceFormatException(ROOT + " is not the certificate of an authority");
            }
            return new AuthorCertificates(
                    this::certificate, new BundledAuthorities(bundle, manifest.platformLog()).from(certificate));
        } catch (IOException | RuntimeException e) {
            // BouncyCastle throws what it likes where a field is malformed.
            throw new EvidenceFormatException(ROOT + " is no certificate", e);
        }
    }

    private Optional<byte[]> certificate(String kid) {
        return read("certificates/" + kid + ".der");
    }

    private void platformEntries(AuthorCertificates authors) throws IOException {
        BundledLog log = manifest.platformLog();
        CertificateUse certificates = new CertificateUse(authors);
        List<ExaminedEntry> read = new ArrayList<>();
        EntryPass pass =
                new EntryPass(bundle, log, log.size(), examiner(log, authors, Set.of()), ofPlatform, done -> {});
        pass.run(entry -> {
            entry.parsed().ifPresent(parsed -> remember(entry, parsed));
            certificates.add(entry);
            read.add(entry);
        });
        Certifications certifications = certifications(log, authors);
        read.forEach(certifications::add);
        Attributions attributions = attributions(ofPlatform);
        read.forEach(attributions::add);
        attributions.finish();
        certifications.finish(ofPlatform);
        authors.authorities().report(authors, ofPlatform);
        certificates.finish(ofPlatform);
        passed(ofPlatform, pass.entries());
    }

    private Certifications certifications(BundledLog log, AuthorCertificates authors) {
        return new Certifications(
                log.ledger(), authors, hash -> Optional.ofNullable(platformEntries.get(hash)), ends::of);
    }

    private Attributions attributions(Findings findings) {
        return new Attributions(
                hash -> Optional.ofNullable(platformEntries.get(hash)), address -> read("blobs/" + address), findings);
    }

    private Optional<byte[]> read(String name) {
        try {
            return bundle.has(name) ? Optional.of(bundle.read(name)) : Optional.empty();
        } catch (IOException | EvidenceFormatException damaged) {
            return Optional.empty();
        }
    }

    private void remember(ExaminedEntry examined, ParsedEntry entry) {
        platformEntries.put(
                examined.entryHash(),
                new PlatformCertification(examined.entryHash(), examined.row().leafIndex(), entry.compact()));
        ends.add(examined.row().leafIndex(), entry);
        keysOfTrial.add(examined.row().leafIndex(), entry);
        keysOfPlatform.add(examined.row().leafIndex(), entry);
        if (entry.claims().evt().equals(CHECKPOINT_ENTERED)) {
            announced.add(examined.row().leafIndex(), entry.data().path("note").asString(""));
        }
    }

    private void trialEntries(AuthorCertificates authors) throws IOException {
        BundledLog log = manifest.trialLog();
        CertificateUse certificates = new CertificateUse(authors);
        Certifications certifications = certifications(log, authors);
        Attributions attributions = attributions(ofTrial);
        StreamAudit streams = new StreamAudit();
        StorageTimes times = new StorageTimes(trusted);
        StudyBuildBlobs blobs = new StudyBuildBlobs(bundle);
        long total = bundle.below(log.directory() + "entries/").stream()
                .flatMap(name -> bundle.member(name).stream())
                .mapToLong(member -> member.size())
                .sum();
        long[] done = {0};
        EntryPass pass = new EntryPass(
                bundle,
                log,
                manifest.treeSize(),
                examiner(log, authors, manifest.withheld()),
                ofTrial,
                bytes -> progress.progress(log.ledger(), done[0] += bytes, total));
        pass.run(entry -> {
            certifications.add(entry);
            attributions.add(entry);
            certificates.add(entry);
            streams.add(entry);
            if (declaresClock(entry)) {
                simulatedClock = true;
                times.enacted();
            }
            times.check(entry, ofTrial);
            blobs.add(entry);
        });
        certificates.finish(ofTrial);
        certifications.finish(ofTrial);
        attributions.finish();
        streams.finish(ofTrial);
        blobs.finish(ofTrial);
        entries = pass.entries();
        passed(ofTrial, entries);
        times.finish(ofTrial);
    }

    /** Only the first entry of a ledger can: what came before it would not know. */
    private static boolean declaresClock(ExaminedEntry entry) {
        return entry.row().leafIndex() == 0
                && entry.parsed()
                        .filter(parsed -> parsed.claims().evt().equals(CLOCK_DECLARED))
                        .isPresent();
    }

    private BundledEntry examiner(BundledLog log, AuthorCertificates authors, Set<DisclosureClass> withheld) {
        return new BundledEntry(log.ledger(), new SealCheck(authors), withheld);
    }

    private static void passed(Findings findings, long entries) {
        OF_ENTRIES.forEach(check -> findings.checked(check, entries + " entries"));
    }

    /** The platform's checkpoint is what others witness; through this entry it speaks for the trial's. */
    private void enteredInPlatform(LogTree trial) {
        boolean entered =
                trial.latest().map(note -> note.text()).filter(announced::hold).isPresent();
        if (!entered) {
            ofTrial.failed(
                    Check.PLATFORM_INCLUSION,
                    "checkpoint " + manifest.size(),
                    "no entry of the platform's ledger in this bundle holds the trial's latest checkpoint");
        }
        ofTrial.checked(Check.PLATFORM_INCLUSION, "the trial's latest checkpoint stands in the platform's ledger");
    }

    private void policy(LogTree trial, LogTree platform) throws IOException {
        operatorsPolicy();
        PolicyCheck check = new PolicyCheck(manifest, announced, trusted, ofTrial);
        options.policy().ifPresentOrElse(policy -> check.run(policy, trial, platform), check::withoutPolicy);
    }

    /** The operator's own: for the reader to compare, and nothing to judge the operator by. */
    private void operatorsPolicy() throws IOException {
        if (bundle.has(POLICY)) {
            try {
                TrustPolicy.parse(bundle.read(POLICY));
            } catch (EvidenceFormatException | PolicyFormatException e) {
                ofTrial.failed(Check.CONTAINER, POLICY, "it is no trust policy: " + e.getMessage());
            }
        }
    }

    private void olderCheckpoint(LogTree trial, LogTree platform) {
        options.older().ifPresent(older -> {
            if (older.isOf(manifest.trialLog(), manifest.identity())) {
                older.compare(manifest.trialLog(), trial, ofTrial);
            } else if (older.isOf(manifest.platformLog(), manifest.identity())) {
                older.compare(manifest.platformLog(), platform, ofPlatform);
            } else {
                Checkpoint kept = older.checkpoint();
                ofTrial.failed(
                        Check.OLDER_CHECKPOINT,
                        "the checkpoint you kept",
                        "it is of another log, " + kept.origin() + ", than the two in this bundle");
            }
        });
    }
}
