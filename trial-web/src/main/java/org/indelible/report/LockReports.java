package org.indelible.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.audit.AuditLine;
import org.indelible.audit.AuditLines;
import org.indelible.audit.AuditWords;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.signature.SignatureRow;
import org.springframework.stereotype.Component;

/** What was open when casebooks were locked, and what was changed after (R49, R50). */
@Component
class LockReports {
    private static final String LOCKED = "casebook-locked";

    private final AuditQueries audit;
    private final AuditLines lines;
    private final CasebookQueries casebooks;

    LockReports(AuditQueries audit, AuditLines lines, CasebookQueries casebooks) {
        this.audit = audit;
        this.lines = lines;
        this.casebooks = casebooks;
    }

    List<LockState> locks(TrialPage page, AuditWords words, List<AuditLine> told) {
        return told.stream()
                .filter(line -> line.what().equals(LOCKED))
                .map(line -> state(page, line))
                .toList();
    }

    private LockState state(TrialPage page, AuditLine lock) {
        Optional<CasebookView> then =
                casebooks.casebook(page.asOf().at(lock.entry()), page.visibility(), lock.participant());
        List<FormView> forms = then.stream()
                .flatMap(casebook -> casebook.events().stream())
                .flatMap(event -> event.forms().stream())
                .toList();
        int queries = forms.stream()
                .flatMap(form -> form.groups().stream())
                .flatMap(group -> group.items().stream())
                .mapToInt(item -> item.openQueries())
                .sum();
        int unsigned = Math.toIntExact(forms.stream()
                .filter(form -> !form.groups().isEmpty())
                .filter(form -> form.signatures().stream().noneMatch(SignatureRow::holds))
                .count());
        return new LockState(lock, queries, unsigned);
    }

    /** Every change of data in a casebook that had been locked before. */
    List<AuditLine> changesAfter(TrialPage page, AuditWords words, List<AuditLine> told) {
        Map<String, Long> firstLock = new HashMap<>();
        told.stream()
                .filter(line -> line.what().equals(LOCKED))
                .forEach(line -> firstLock.merge(line.participant(), line.entry(), Math::min));
        List<AuditRow> after = new ArrayList<>();
        firstLock.forEach((participant, lock) ->
                audit.forEach(page.asOf(), page.visibility(), AuditFilter.ofParticipant(participant), row -> {
                    if (row.dataPoint().isPresent() && row.provenance().entry() > lock) {
                        after.add(row);
                    }
                }));
        return lines.of(page, after, words, Integer.MAX_VALUE);
    }
}
