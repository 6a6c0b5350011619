package org.indelible.anchoring.verify;

import java.io.IOException;
import java.util.Optional;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.HighWaterMark;
import org.indelible.anchoring.ledger.Lineage;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.Succession;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.primitive.EncodingException;

/** Holds a ledger against the high-water file, where there is one. */
final class HighWaterAudit {
    private static final String SUBJECT = "high-water file";

    private final Findings findings;
    private final Optional<HighWaterMark> mark;

    HighWaterAudit(Optional<HighWaterFile> file, Lineage lineage, LogIdentity identity, Findings findings) {
        this.findings = findings;
        this.mark = read(file, identity.origin(lineage.current().toString()));
        lineage.successions().forEach(loss -> explain(file, loss, identity));
    }

    /** Nobody can check what is lost: it is told for good. */
    private void explain(Optional<HighWaterFile> file, Succession loss, LogIdentity identity) {
        LogName before = new LogName(loss.successor().ledger(), loss.successor().generation() - 1);
        findings.notChecked(Check.HIGH_WATER, "entries of " + before, loss.words());
        try {
            Optional<HighWaterMark> old =
                    file.isEmpty() ? Optional.empty() : file.get().mark(identity.origin(before.toString()));
            old.filter(signed -> !loss.explains(signed))
                    .ifPresent(signed -> findings.failed(
                            Check.HIGH_WATER,
                            SUBJECT,
                            "a checkpoint of " + before + " over " + signed.size()
                                    + " entries was signed, which is not the one that the declared loss cites"));
        } catch (IOException e) {
            findings.failed(Check.HIGH_WATER, SUBJECT, String.valueOf(e.getMessage()));
        }
    }

    private Optional<HighWaterMark> read(Optional<HighWaterFile> file, String origin) {
        if (file.isEmpty() || !file.get().exists()) {
            findings.notChecked(
                    Check.HIGH_WATER, SUBJECT, "there is none, so nobody can say whether an older state was restored");
            return Optional.empty();
        }
        try {
            Optional<HighWaterMark> found = file.get().mark(origin);
            if (found.isEmpty()) {
                findings.notChecked(Check.HIGH_WATER, SUBJECT, "it does not speak of " + origin);
            }
            return found;
        } catch (IOException e) {
            findings.failed(Check.HIGH_WATER, SUBJECT, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Counts the mark among the signed roots; where a checkpoint of the same size says otherwise, there are two histories. */
    void addTo(SignedRoots roots) {
        mark.ifPresent(found -> {
            Optional<Hash> root = root(found);
            Hash known = roots.bySize().get(found.size());
            if (root.isPresent() && known != null && !known.equals(root.get())) {
                findings.failed(
                        Check.HIGH_WATER,
                        SUBJECT,
                        "at size " + found.size() + " it recorded the root " + found.root()
                                + ", the stored checkpoint says " + known + ": the ledger was rewritten");
            }
            root.ifPresent(value -> roots.add(found.size(), value));
        });
    }

    private Optional<Hash> root(HighWaterMark found) {
        try {
            return Optional.of(Hash.parse(found.root()));
        } catch (EncodingException e) {
            findings.failed(Check.HIGH_WATER, SUBJECT, "its root of " + found.origin() + " is none: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** @param size number of entries there are or should be, going by the database alone */
    void finish(long size) {
        mark.filter(found -> found.size() > size)
                .ifPresent(found -> findings.failed(
                        Check.HIGH_WATER,
                        SUBJECT,
                        "a checkpoint over " + found.size() + " entries was signed, the database knows of " + size
                                + ": entries " + size + " to " + (found.size() - 1)
                                + " are lost; an older state was restored, or the end was cut off"));
        findings.checked(
                Check.HIGH_WATER,
                "everything signed is there, up to "
                        + mark.map(HighWaterMark::size).orElse(0L));
    }
}
