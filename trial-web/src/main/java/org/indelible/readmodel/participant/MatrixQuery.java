package org.indelible.readmodel.participant;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.FormState;
import org.indelible.readmodel.casebook.FormStates;
import org.indelible.readmodel.casebook.VisitStates;
import org.indelible.readmodel.casebook.VisitStates.VisitState;
import org.indelible.readmodel.participant.ParticipantMatrix.Cell;
import org.indelible.readmodel.participant.ParticipantMatrix.Row;
import org.indelible.readmodel.participant.ParticipantMatrix.Visit;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.StudyBuilds;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.worklist.VisitWindows;
import org.springframework.stereotype.Repository;

/** Participants by visits: a few queries over the participants shown, put together for each. */
@Repository
class MatrixQuery {
    private final TrialQueries trials;
    private final StudyBuilds builds;
    private final FormStates forms;
    private final VisitStates visits;
    private final SignatureQueries signatures;
    private final VisitWindows windows;

    MatrixQuery(
            TrialQueries trials,
            StudyBuilds builds,
            FormStates forms,
            VisitStates visits,
            SignatureQueries signatures,
            VisitWindows windows) {
        this.trials = trials;
        this.builds = builds;
        this.forms = forms;
        this.visits = visits;
        this.signatures = signatures;
        this.windows = windows;
    }

    ParticipantMatrix of(AsOf asOf, Visibility visibility, List<ParticipantRow> participants) {
        Optional<StudyBuild> build = trials.latestBuild(asOf);
        List<String> keys = participants.stream().map(ParticipantRow::key).toList();
        Inputs inputs = new Inputs(
                forms.of(asOf, visibility, keys).stream().collect(Collectors.groupingBy(FormState::participant)),
                visits.of(asOf, visibility, keys).stream().collect(Collectors.groupingBy(VisitState::participant)),
                signatures.signatures(asOf, visibility, keys).stream()
                        .collect(Collectors.groupingBy(SignatureRow::participant)),
                windows.overdue(asOf, visibility, keys).stream()
                        .collect(Collectors.groupingBy(
                                VisitWindows.Awaited::participant,
                                Collectors.mapping(VisitWindows.Awaited::event, Collectors.toSet()))));
        List<Visit> columns = build.stream()
                .flatMap(b -> b.studyEvents().stream())
                .filter(event -> event.type() == EventType.SCHEDULED)
                .map(event -> new Visit(event.oid(), event.name()))
                .toList();
        return new ParticipantMatrix(
                columns,
                participants.stream()
                        .map(participant -> row(participant, build, inputs))
                        .toList());
    }

    private record Inputs(
            Map<String, List<FormState>> forms,
            Map<String, List<VisitState>> visits,
            Map<String, List<SignatureRow>> signatures,
            Map<String, Set<String>> overdue) {}

    private record Instance(String event, Optional<String> key) {}

    private Row row(ParticipantRow participant, Optional<StudyBuild> latest, Inputs inputs) {
        Optional<StudyBuild> build = participant.build().flatMap(builds::find).or(() -> latest);
        List<FormState> ownForms = inputs.forms.getOrDefault(participant.key(), List.of());
        List<VisitState> ownVisits = inputs.visits.getOrDefault(participant.key(), List.of());
        List<SignatureRow> ownSignatures = inputs.signatures.getOrDefault(participant.key(), List.of());
        Map<Instance, List<FormState>> byInstance = new HashMap<>();
        ownVisits.forEach(v -> byInstance.put(new Instance(v.event(), v.eventKey()), List.of()));
        byInstance.putAll(ownForms.stream()
                .collect(Collectors.groupingBy(
                        f -> new Instance(f.form().event(), f.form().eventKey()))));
        Map<String, Cell> cells = new HashMap<>();
        byInstance.forEach((instance, states) -> cells.merge(
                instance.event(), cell(instance, states, ownVisits, ownSignatures, build), MatrixQuery::moreUrgent));
        inputs.overdue
                .getOrDefault(participant.key(), Set.of())
                .forEach(event -> cells.putIfAbsent(event, new Cell(VisitStatus.OVERDUE, 0, 0)));
        return new Row(participant, cells);
    }

    private Cell cell(
            Instance instance,
            List<FormState> states,
            List<VisitState> visits,
            List<SignatureRow> signatures,
            Optional<StudyBuild> build) {
        Optional<StudyEventDef> definition = build.flatMap(b -> b.event(instance.event()));
        VisitStatus status = VisitStates.status(
                visits.stream()
                        .filter(v -> v.event().equals(instance.event())
                                && v.eventKey().equals(instance.key()))
                        .findFirst(),
                definition,
                states.stream().map(state -> state.form().form()).collect(Collectors.toSet()),
                states.stream()
                        .map(state ->
                                state.status(state.build().flatMap(builds::find).or(() -> build), signatures))
                        .toList());
        return new Cell(status, states.stream().mapToInt(FormState::openQueries).sum(), 1);
    }

    private static Cell moreUrgent(Cell one, Cell other) {
        VisitStatus status = Comparator.comparingInt(MatrixQuery::urgency).compare(one.status(), other.status()) <= 0
                ? one.status()
                : other.status();
        return new Cell(status, one.openQueries() + other.openQueries(), one.instances() + other.instances());
    }

    private static int urgency(VisitStatus status) {
        return switch (status) {
            case QUERY -> 0;
            case SIGNATURE_STALE -> 1;
            case OVERDUE -> 2;
            case EMPTY, IN_PROGRESS -> 3;
            case COMPLETE -> 4;
            case VERIFIED -> 5;
            case SIGNED -> 6;
            case FROZEN -> 7;
            case LOCKED -> 8;
            case NOT_DONE -> 9;
        };
    }
}
