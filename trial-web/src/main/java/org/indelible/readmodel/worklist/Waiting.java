package org.indelible.readmodel.worklist;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.FormState;
import org.indelible.readmodel.casebook.FormStates;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.StaleSignature;
import org.indelible.readmodel.trial.StudyBuilds;
import org.indelible.readmodel.worklist.WorkItem.Kind;
import org.springframework.stereotype.Component;

/** What waits at participants, found from the other read models. Visits are among it before their window has closed. */
@Component
class Waiting {
    private static final Visibility EVERYTHING = Visibility.pseudonymous();
    private static final Set<String> WITHDRAWN = Set.of("withdrawn", "consent-withdrawn");

    private final VisitWindows windows;
    private final SignatureQueries signatures;
    private final FormStates forms;
    private final StudyBuilds builds;
    private final ParticipantQueries participants;
    private final LeftDrafts drafts;

    Waiting(
            VisitWindows windows,
            SignatureQueries signatures,
            FormStates forms,
            StudyBuilds builds,
            ParticipantQueries participants,
            LeftDrafts drafts) {
        this.windows = windows;
        this.signatures = signatures;
        this.forms = forms;
        this.builds = builds;
        this.participants = participants;
        this.drafts = drafts;
    }

    /** One item a kind and place, the oldest. */
    Collection<WorkItem> at(String trial, Collection<String> keys) {
        AsOf now = new AsOf(trial, Long.MAX_VALUE, Long.MAX_VALUE, Optional.empty(), Optional.empty());
        Map<String, ParticipantRow> known = participants.participants(now, EVERYTHING, keys).stream()
                .collect(Collectors.toMap(ParticipantRow::key, Function.identity()));
        Map<WorkItem.Place, WorkItem> waiting = new LinkedHashMap<>();
        Stream.of(
                        windows.awaited(now, EVERYTHING, keys).stream().map(Waiting::visit),
                        signatures.stale(now, EVERYTHING, keys).stream()
                                .filter(signature -> known.containsKey(signature.participant()))
                                .map(signature -> stale(signature, known)),
                        forms.of(now, EVERYTHING, keys).stream()
                                .filter(state -> known.containsKey(state.participant()))
                                .flatMap(state -> kind(state).stream().map(kind -> form(kind, state, known))),
                        drafts.of(trial, keys).stream()
                                .filter(left -> known.containsKey(left.participant()))
                                .map(left -> draft(left, known)),
                        known.values().stream().flatMap(Waiting::milestone))
                .flatMap(items -> items)
                .forEach(item -> waiting.merge(
                        item.place(), item, (one, other) -> one.since().isAfter(other.since()) ? other : one));
        return List.copyOf(waiting.values());
    }

    private static WorkItem visit(VisitWindows.Awaited visit) {
        return new WorkItem(
                Kind.VISIT_OVERDUE,
                visit.site(),
                Optional.of(visit.participant()),
                Optional.of(visit.event()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(visit.closes()),
                visit.closes().plusDays(1),
                OptionalLong.of(visit.entry()),
                visit.name());
    }

    private static WorkItem stale(StaleSignature signature, Map<String, ParticipantRow> known) {
        return new WorkItem(
                Kind.SIGNATURE_STALE,
                siteOf(known, signature.participant()),
                Optional.of(signature.participant()),
                signature.event(),
                signature.eventKey(),
                signature.form(),
                signature.formKey(),
                Optional.empty(),
                day(signature.change()),
                OptionalLong.of(signature.change().entry()),
                signature.form().or(signature::event).orElse(signature.participant()));
    }

    private Optional<Kind> kind(FormState state) {
        return switch (state.status(state.build().flatMap(builds::find), List.of())) {
            case QUERY -> Optional.of(Kind.QUERY_OPEN);
            case IN_PROGRESS -> Optional.of(Kind.FORM_OPEN);
            default -> Optional.empty();
        };
    }

    private WorkItem form(Kind kind, FormState state, Map<String, ParticipantRow> known) {
        return new WorkItem(
                kind,
                siteOf(known, state.participant()),
                Optional.of(state.participant()),
                Optional.of(state.form().event()),
                state.form().eventKey(),
                Optional.of(state.form().form()),
                state.form().formKey(),
                Optional.empty(),
                LocalDate.ofInstant(state.lastChangeAt(), ZoneOffset.UTC),
                OptionalLong.of(state.lastChange()),
                state.build()
                        .flatMap(builds::find)
                        .flatMap(build -> build.form(state.form().form()))
                        .map(form -> form.name())
                        .orElse(state.form().form()));
    }

    private static WorkItem draft(LeftDrafts.Left left, Map<String, ParticipantRow> known) {
        return new WorkItem(
                Kind.DRAFT_LEFT,
                siteOf(known, left.participant()),
                Optional.of(left.participant()),
                Optional.of(left.form().event()),
                left.form().eventKey(),
                Optional.of(left.form().form()),
                left.form().formKey(),
                Optional.empty(),
                left.since(),
                OptionalLong.of(left.entry()),
                left.account());
    }

    private static Stream<WorkItem> milestone(ParticipantRow participant) {
        return participant.status().equals("screen-failed")
                ? Stream.of(milestone(Kind.SCREEN_FAILURE, participant))
                : WITHDRAWN.contains(participant.status())
                        ? Stream.of(milestone(Kind.WITHDRAWAL, participant))
                        : Stream.empty();
    }

    private static WorkItem milestone(Kind kind, ParticipantRow participant) {
        return new WorkItem(
                kind,
                participant.site(),
                Optional.of(participant.key()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                day(participant.statusSince()),
                OptionalLong.of(participant.statusSince().entry()),
                participant.status());
    }

    private static String siteOf(Map<String, ParticipantRow> known, String participant) {
        return Optional.ofNullable(known.get(participant))
                .map(ParticipantRow::site)
                .orElse("");
    }

    private static LocalDate day(Provenance provenance) {
        return LocalDate.ofInstant(provenance.recordedAt(), ZoneOffset.UTC);
    }
}
