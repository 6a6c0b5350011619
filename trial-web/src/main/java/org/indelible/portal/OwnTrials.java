package org.indelible.portal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.participant.Milestone;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What a participant came for: their own data and consent, in plain words. */
@Component
class OwnTrials {
    private static final Set<String> OF_CONSENT = Set.of("consented", "re-consented", "consent-withdrawn");
    private static final Set<String> LEFT = Set.of("consent-withdrawn", "withdrawn", "died");

    private final TrialQueries trials;
    private final ParticipantQueries participants;
    private final CasebookQueries casebooks;
    private final AsOfResolver points;
    private final Say say;

    OwnTrials(
            TrialQueries trials,
            ParticipantQueries participants,
            CasebookQueries casebooks,
            AsOfResolver points,
            Say say) {
        this.trials = trials;
        this.participants = participants;
        this.casebooks = casebooks;
        this.points = points;
        this.say = say;
    }

    List<OwnTrial> of(SignedInPerson person) {
        Visibility own = Readers.visibility(person);
        String key = own.participant().orElse("");
        return trials.trials().stream()
                .filter(trial -> person.covers(new TrialId(trial.trial())))
                .flatMap(trial -> of(trial, own, key).stream())
                .toList();
    }

    private Optional<OwnTrial> of(TrialSummary trial, Visibility own, String key) {
        AsOf now = points.now(trial.trial());
        return casebooks.casebook(now, own, key).map(casebook -> {
            ParticipantRow participant = casebook.participant();
            List<Milestone> steps = participants.milestones(now, own, key);
            String path = "/trials/" + trial.trial() + "/participants/"
                    + UriUtils.encodePathSegment(key, StandardCharsets.UTF_8);
            return new OwnTrial(
                    trial.name(),
                    trial.kind(),
                    key,
                    participant.status(),
                    since(participant, steps),
                    steps.reversed().stream()
                            .filter(step -> OF_CONSENT.contains(step.what()))
                            .map(this::sentence)
                            .toList(),
                    visits(now, casebook),
                    path,
                    LEFT.contains(participant.status()) ? "" : path + "/acts/withdraw-consent");
        });
    }

    private String since(ParticipantRow participant, List<Milestone> steps) {
        return steps.reversed().stream()
                .filter(step -> step.what().equals(participant.status()))
                .findFirst()
                .map(this::day)
                .orElse("");
    }

    private String sentence(Milestone step) {
        return say.message("own." + step.what(), day(step), step.detail().orElse(""));
    }

    private String day(Milestone step) {
        return say.day(
                step.on().orElseGet(() -> LocalDate.ofInstant(step.provenance().recordedAt(), ZoneOffset.UTC)));
    }

    private List<OwnTrial.Visit> visits(AsOf now, CasebookView casebook) {
        Optional<StudyBuild> build = trials.latestBuild(now);
        return casebook.events().stream()
                .map(visit -> new OwnTrial.Visit(
                        build.flatMap(b -> b.event(visit.oid()))
                                .map(def -> def.name())
                                .orElse(visit.oid()),
                        visit.date().map(OwnTrials::parsed).map(say::day).orElse(""),
                        values(visit)))
                .filter(visit -> visit.values() > 0)
                .toList();
    }

    private static LocalDate parsed(String day) {
        return LocalDate.parse(day);
    }

    private static long values(EventView visit) {
        return visit.forms().stream()
                .flatMap(form -> form.groups().stream())
                .flatMap(group -> group.items().stream())
                .filter(item -> !item.inactivated())
                .count();
    }
}
