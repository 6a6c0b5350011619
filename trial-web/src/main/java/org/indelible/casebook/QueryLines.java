package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.authority.Act;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.review.QueryLists;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Component;

/** Queries in the words of the study build, with names in place of accounts. */
@Component
class QueryLines {
    private final QueryLists queries;
    private final AccountQueries accounts;
    private final TrialQueries trials;
    private final Say say;

    QueryLines(QueryLists queries, AccountQueries accounts, TrialQueries trials, Say say) {
        this.queries = queries;
        this.accounts = accounts;
        this.trials = trials;
        this.say = say;
    }

    /** The queries of a form, oldest first. */
    List<QueryLine> of(TrialPage page, String participant, FormPoint form) {
        return lines(
                page,
                queries.of(page.asOf(), page.visibility(), participant).stream()
                        .filter(query -> query.form().equals(form))
                        .toList());
    }

    List<QueryLine> lines(TrialPage page, List<QueryRow> rows) {
        Map<String, String> names =
                accounts.names(rows.stream().map(row -> row.raised().by()).collect(Collectors.toSet()));
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        return rows.stream().map(row -> line(page, row, names, build)).toList();
    }

    private QueryLine line(TrialPage page, QueryRow row, Map<String, String> names, Optional<StudyBuild> build) {
        String by = row.raised().by();
        return new QueryLine(
                row,
                about(row, build),
                row.text().flatMap(text -> text.present()).orElse(""),
                row.byCheck() ? say.message("query.system") : names.getOrDefault(by, by),
                page.link(path(row.participant(), row.query())),
                page.may(Act.ANSWER_QUERY) && row.status().equals("open"));
    }

    static String path(String participant, String query) {
        return "/participants/" + CasebookPaths.segment(participant) + "/queries/" + CasebookPaths.segment(query);
    }

    private String about(QueryRow row, Optional<StudyBuild> build) {
        List<String> parts = new ArrayList<>();
        row.item()
                .map(point -> build.flatMap(b -> b.item(point.item()))
                        .map(item -> item.label(say.language()))
                        .orElse(point.item()))
                .ifPresent(parts::add);
        parts.add(build.flatMap(b -> b.form(row.form().form()))
                .map(form -> form.name())
                .orElse(row.form().form()));
        parts.add(build.flatMap(b -> b.event(row.form().event()))
                .map(event -> event.name())
                .orElse(row.form().event()));
        return String.join(" · ", parts);
    }
}
