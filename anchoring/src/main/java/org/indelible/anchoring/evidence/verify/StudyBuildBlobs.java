package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.EntryRef;
import org.indelible.anchoring.verify.ExaminedEntry;
import org.indelible.anchoring.verify.Findings;

/** The study builds that entries were made under, and the assertions of passkeys: in the bundle, and what their addresses say. */
final class StudyBuildBlobs {
    private static final String DIRECTORY = "blobs/";

    private final CheckedBundle bundle;
    private final Map<String, EntryRef> cited = new TreeMap<>();

    StudyBuildBlobs(CheckedBundle bundle) {
        this.bundle = bundle;
    }

    void add(ExaminedEntry entry) {
        entry.parsed()
                .flatMap(parsed -> parsed.claims().def())
                .ifPresent(address -> cited.putIfAbsent(address, EntryRef.of(entry.row())));
    }

    void finish(Findings findings) throws IOException {
        cited.forEach((address, entry) -> {
            if (!bundle.has(DIRECTORY + address)) {
                findings.failed(
                        Check.BLOB, entry, "the study build it was made under, " + address + ", is not in the bundle");
            }
        });
        int count = 0;
        for (String name : bundle.below(DIRECTORY)) {
            check(name, findings);
            count++;
        }
        findings.checked(Check.BLOB, count + " study builds that records were made under, and passkeys' assertions");
    }

    private void check(String name, Findings findings) throws IOException {
        try {
            if (!Base64Text.URL.encode(Sha256.of(bundle.read(name))).equals(name.substring(DIRECTORY.length()))) {
                findings.failed(Check.BLOB, name, "it is another than the one that records were made under");
            }
        } catch (EvidenceFormatException e) {
            findings.failed(Check.CONTAINER, name, String.valueOf(e.getMessage()));
        }
    }
}
