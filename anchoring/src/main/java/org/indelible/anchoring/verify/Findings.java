package org.indelible.anchoring.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Collects the findings about one ledger, and which of its entries they name. */
public final class Findings {
    private final String ledger;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> named = new HashSet<>();
    private final Map<Check, String> passed = new EnumMap<>(Check.class);

    public Findings(String ledger) {
        this.ledger = ledger;
    }

    public void failed(Check check, EntryRef entry, String message) {
        named.add(entry.leafIndex());
        findings.add(new Finding(
                Outcome.FAILED,
                check,
                ledger,
                OptionalLong.of(entry.leafIndex()),
                Optional.of(entry.stream()),
                OptionalLong.of(entry.seq()),
                Optional.of(entry.jti()),
                "entry " + entry.leafIndex(),
                message));
    }

    /** For entries of which there is no row any more. */
    public void missing(long leafIndex, Optional<String> stream, OptionalLong seq, String subject, String message) {
        named.add(leafIndex);
        findings.add(new Finding(
                Outcome.FAILED,
                Check.TREE,
                ledger,
                OptionalLong.of(leafIndex),
                stream,
                seq,
                Optional.empty(),
                subject,
                message));
    }

    public void failed(Check check, String subject, String message) {
        findings.add(Finding.about(Outcome.FAILED, check, ledger, subject, message));
    }

    public void notChecked(Check check, String subject, String message) {
        findings.add(Finding.about(Outcome.NOT_CHECKED, check, ledger, subject, message));
    }

    /** That a check was made throughout; counts only where it found nothing. */
    public void checked(Check check, String message) {
        passed.put(check, message);
    }

    /** Marks an entry as standing out of place, so that what follows from it is not reported again. */
    public void name(long leafIndex) {
        named.add(leafIndex);
    }

    public boolean names(long leafIndex) {
        return named.contains(leafIndex);
    }

    public boolean hasFailed(Check check) {
        return findings.stream().anyMatch(f -> f.check() == check && f.outcome() == Outcome.FAILED);
    }

    /** Everything found, with a pass for each check that found nothing. */
    public List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        passed.forEach((check, message) -> {
            if (findings.stream().noneMatch(finding -> finding.check() == check)) {
                all.add(Finding.about(Outcome.PASSED, check, ledger, "ledger " + ledger, message));
            }
        });
        return all;
    }
}
