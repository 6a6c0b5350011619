package org.indelible.readmodel.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.verify.AuditCheck;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds the work lists of sampled participants against the rows they follow from. */
@Component
class WaitingAudit implements AuditCheck {
    private static final int SAMPLE = 50;

    private final JdbcClient jdbc;
    private final WaitingRows rows;
    private final TransactionTemplate snapshot;

    WaitingAudit(JdbcClient jdbc, WaitingRows rows, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    private record Sampled(String trial, String participant) {}

    @Override
    public List<Finding> run() {
        return snapshot.execute(status -> check());
    }

    private List<Finding> check() {
        Map<String, List<String>> sample = jdbc
                .sql(
                        "select trial, participant from read.participant p where not exists (select from read.waiting_stale s"
                                + " where (s.trial, s.participant) = (p.trial, p.participant)) order by random() limit "
                                + SAMPLE)
                .query(Sampled.class)
                .stream()
                .collect(Collectors.groupingBy(
                        Sampled::trial, Collectors.mapping(Sampled::participant, Collectors.toList())));
        List<Finding> findings = new ArrayList<>();
        sample.forEach((trial, participants) ->
                rows.altered(trial, participants).forEach(participant -> findings.add(altered(trial, participant))));
        return findings.isEmpty()
                ? List.of(Finding.about(
                        Outcome.PASSED,
                        Check.ADDED,
                        LedgerStore.PLATFORM,
                        "work lists",
                        "the work lists of sampled participants are what their rows give"))
                : findings;
    }

    private static Finding altered(String trial, String participant) {
        return new Finding(
                Outcome.FAILED,
                Check.ADDED,
                trial,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                "read.waiting (" + trial + "/" + participant + ")",
                "the work list of " + participant + " is not what its rows give");
    }
}
