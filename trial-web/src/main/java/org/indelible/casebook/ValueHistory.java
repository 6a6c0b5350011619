package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.history.ValueChange;
import org.springframework.stereotype.Component;

/** The changes of a data point with names in place of accounts and words in place of codes. */
@Component
class ValueHistory {
    private final HistoryQueries history;
    private final AccountQueries accounts;
    private final Say say;

    ValueHistory(HistoryQueries history, AccountQueries accounts, Say say) {
        this.history = history;
        this.accounts = accounts;
        this.say = say;
    }

    /** Newest first. */
    List<Change> changes(TrialPage page, String participant, StudyBuild build, DataPoint point) {
        List<ValueChange> changes = history.history(page.asOf(), page.visibility(), participant, point);
        Map<String, String> names = accounts.names(
                changes.stream().map(change -> change.provenance().by()).collect(Collectors.toSet()));
        Optional<ItemDef> item = build.item(point.item());
        return changes.stream().map(change -> told(change, names, item, build)).toList();
    }

    Optional<Change> latest(TrialPage page, String participant, StudyBuild build, DataPoint point) {
        return changes(page, participant, build, point).stream().findFirst();
    }

    private Change told(ValueChange change, Map<String, String> names, Optional<ItemDef> item, StudyBuild build) {
        String by = change.provenance().by();
        return new Change(
                change.kind(),
                change.version(),
                names.getOrDefault(by, by),
                change.provenance().role(),
                change.provenance().organisation(),
                change.provenance().site().orElse(""),
                change.provenance().recordedAt(),
                change.provenance().enteredAt(),
                change.before()
                        .map(value -> ShownValue.of(value, item, build, say.language()))
                        .orElse(ShownValue.NONE),
                change.after()
                        .map(value -> ShownValue.of(value, item, build, say.language()))
                        .orElse(ShownValue.NONE),
                change.reason(),
                change.provenance().originator(),
                change.provenance().entry(),
                change.provenance().leafHash());
    }
}
