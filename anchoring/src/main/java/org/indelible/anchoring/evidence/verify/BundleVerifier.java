package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.evidence.Manifest;
import org.indelible.anchoring.evidence.Sums;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Findings;
import org.indelible.anchoring.verify.ProgressListener;

/** Verifies an evidence bundle: every file, seal, link, digest, certificate and root in it. Collects every finding; stops at none it can go on after. */
public final class BundleVerifier {
    private static final String BUNDLE = "bundle";

    private final VerifierOptions options;

    public BundleVerifier(VerifierOptions options) {
        this.options = options;
    }

    /**
     * @param progress told of bytes of entries read, under the name of their ledger
     * @throws IOException where the file cannot be read at all
     */
    public BundleReport verify(Path path, ProgressListener progress) throws IOException {
        Findings findings = new Findings(BUNDLE);
        try (CheckedBundle bundle = CheckedBundle.open(path)) {
            return verify(bundle, findings, progress);
        } catch (EvidenceFormatException e) {
            findings.failed(Check.CONTAINER, path.getFileName().toString(), String.valueOf(e.getMessage()));
            return report(Optional.empty(), 0, false, findings.all());
        }
    }

    private BundleReport verify(CheckedBundle bundle, Findings findings, ProgressListener progress) throws IOException {
        Manifest manifest;
        try {
            manifest = Manifest.parse(bundle.read(Manifest.NAME));
        } catch (EvidenceFormatException e) {
            findings.failed(Check.MANIFEST, Manifest.NAME, String.valueOf(e.getMessage()));
            return report(Optional.empty(), 0, false, findings.all());
        }
        checkList(bundle, manifest.identity(), findings);
        BundleContentsCheck contents = new BundleContentsCheck(bundle, manifest, options, progress);
        List<Finding> all = new ArrayList<>();
        try {
            all.addAll(contents.run());
        } catch (EvidenceFormatException e) {
            findings.failed(Check.CONTAINER, BUNDLE, String.valueOf(e.getMessage()));
        }
        readTheRest(bundle, findings);
        notWithin(manifest, findings);
        findings.checked(Check.CONTAINER, "the file is whole, and holds nothing but what it should");
        findings.checked(Check.MANIFEST, "every file in it is the one that the installation signed for");
        all.addAll(0, findings.all());
        return report(Optional.of(manifest), contents.entries(), contents.simulatedClock(), all);
    }

    private BundleReport report(
            Optional<Manifest> manifest, long entries, boolean simulatedClock, List<Finding> findings) {
        return new BundleReport(manifest, entries, simulatedClock, options.demanded(), findings);
    }

    private static void checkList(CheckedBundle bundle, LogIdentity identity, Findings findings) throws IOException {
        try {
            Sums.verify(bundle.list(), bundle.signature(), identity.verifier(LogIdentity.EVIDENCE));
        } catch (EvidenceFormatException e) {
            findings.failed(Check.MANIFEST, Sums.NAME, String.valueOf(e.getMessage()));
        }
    }

    /** What is in a bundle and belongs to nothing is not evidence; but damage to it is told. */
    private static void readTheRest(CheckedBundle bundle, Findings findings) throws IOException {
        for (String name : bundle.unread()) {
            try {
                bundle.read(name);
                if (!Known.isKnown(name)) {
                    findings.failed(
                            Check.CONTAINER, name, "no bundle has a file of this name, or not at this place in a row");
                }
            } catch (EvidenceFormatException e) {
                findings.failed(Check.CONTAINER, name, String.valueOf(e.getMessage()));
            }
        }
    }

    private void notWithin(Manifest manifest, Findings findings) {
        if (options.older().isEmpty()) {
            findings.notChecked(
                    Check.OLDER_CHECKPOINT,
                    BUNDLE,
                    "you gave no checkpoint from before, so nothing says that the history was not rewritten with the"
                            + " installation's own keys");
        }
        if (!manifest.complete()) {
            findings.notChecked(
                    Check.COMPLETENESS,
                    BUNDLE,
                    "it is a part of the ledger: that a stream of records ends where it ends here, the whole would"
                            + " show");
        }
    }
}
