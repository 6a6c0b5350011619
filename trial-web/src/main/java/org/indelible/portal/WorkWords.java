package org.indelible.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.history.EntryChange;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.participant.Milestone;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** What waits and why, in the words of the study build and of who gave rise to it. */
@Component
class WorkWords {
    private final TrialQueries trials;
    private final ParticipantQueries participants;
    private final HistoryQueries history;
    private final AccountQueries accounts;
    private final AsOfResolver points;
    private final Say say;

    WorkWords(
            TrialQueries trials,
            ParticipantQueries participants,
            HistoryQueries history,
            AccountQueries accounts,
            AsOfResolver points,
            Say say) {
        this.trials = trials;
        this.participants = participants;
        this.history = history;
        this.accounts = accounts;
        this.points = points;
        this.say = say;
    }

    String what(String trial, WorkItem item) {
        return switch (item.kind()) {
            case SIGNATURE_STALE -> say.message("work.what.SIGNATURE_STALE", signed(trial, item));
            case SITE_WITHOUT_APPROVAL, SITE_WITHOUT_ACTIVATION, RECONSENT_DUE, BUILD_BEHIND ->
                say.message("work.what." + item.kind().name(), item.detail(), item.site());
            case VISIT_OVERDUE, QUERY_OPEN, FORM_OPEN, DRAFT_LEFT ->
                say.message("work.what." + item.kind().name(), place(trial, item));
            case SCREEN_FAILURE, WITHDRAWAL ->
                say.message("work.what." + item.kind().name());
        };
    }

    String why(String trial, WorkItem item) {
        return switch (item.kind()) {
            case VISIT_OVERDUE ->
                item.due()
                        .map(due -> say.message("work.why.VISIT_OVERDUE", say.day(due)))
                        .orElse("");
            case SIGNATURE_STALE -> changed(trial, item);
            case SCREEN_FAILURE, WITHDRAWAL -> milestone(trial, item);
            case DRAFT_LEFT ->
                say.message(
                        "work.why.DRAFT_LEFT",
                        accounts.names(List.of(item.detail())).getOrDefault(item.detail(), item.detail()));
            case QUERY_OPEN, FORM_OPEN, SITE_WITHOUT_APPROVAL, SITE_WITHOUT_ACTIVATION, RECONSENT_DUE, BUILD_BEHIND ->
                say.message("work.why." + item.kind().name());
        };
    }

    private String signed(String trial, WorkItem item) {
        return item.event().isEmpty() ? say.message("sign.scope.casebook") : place(trial, item);
    }

    /** A form with its visit; a visit alone where no form is named. */
    private String place(String trial, WorkItem item) {
        Optional<StudyBuild> build = trials.latestBuild(points.now(trial));
        String visit = item.event()
                .map(oid ->
                        build.flatMap(b -> b.event(oid)).map(def -> def.name()).orElse(oid))
                .orElse("");
        return item.form()
                .map(oid ->
                        build.flatMap(b -> b.form(oid)).map(def -> def.name()).orElse(oid))
                .map(form -> say.message("work.form-of-visit", form, visit))
                .orElse(visit);
    }

    private String changed(String trial, WorkItem item) {
        AsOf now = points.now(trial);
        List<EntryChange> changes = item.entry().isPresent()
                ? history.changedBy(now, Visibility.pseudonymous(), item.entry().getAsLong())
                : List.of();
        if (changes.isEmpty()) {
            return say.message("work.why.SIGNATURE_STALE");
        }
        String oid = changes.getFirst().point().item();
        String label = trials.latestBuild(now)
                .flatMap(build -> build.item(oid))
                .map(def -> def.label(say.language()))
                .orElse(oid);
        return say.message("work.why.changed", label, changes.size() - 1);
    }

    private String milestone(String trial, WorkItem item) {
        return participants
                .milestones(
                        points.now(trial),
                        Visibility.pseudonymous(),
                        item.participant().orElse(""))
                .reversed()
                .stream()
                .filter(step -> step.what().equals(item.detail()))
                .findFirst()
                .map(this::why)
                .orElse("");
    }

    /** The choice that was made, else the words that were said. */
    private String why(Milestone step) {
        return step.detail()
                .map(code -> say.word("choice", code.toUpperCase(Locale.ROOT).replace('-', '_')))
                .or(() -> step.reason().flatMap(reason -> reason.text().present()))
                .orElse(say.message("value.erased"));
    }
}
