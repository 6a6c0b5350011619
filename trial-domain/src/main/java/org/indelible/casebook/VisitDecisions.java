package org.indelible.casebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.ImportMandate;
import org.indelible.authority.ImportPurpose;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.VisitCommand.*;
import org.indelible.casebook.VisitEvent.*;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.VisitWindow;
import org.indelible.shared.RecordedReason;

/** Visits and forms as wholes. */
final class VisitDecisions {
    private final Registered casebook;
    private final Authority authority;
    private final StudyBuilds builds;

    VisitDecisions(Registered casebook, Authority authority, StudyBuilds builds) {
        this.casebook = casebook;
        this.authority = authority;
        this.builds = builds;
    }

    List<CasebookEvent> decide(VisitCommand command) {
        authority.require(Act.RECORD_DATA);
        return switch (command) {
            case StartVisit c -> start(c);
            case MarkVisitNotDone c -> visitNotDone(c);
            case MarkFormNotDone c -> formNotDone(c);
            case MigrateForm c -> FormMigration.decide(casebook, c, authority, builds);
        };
    }

    private List<CasebookEvent> start(StartVisit command) {
        boolean begun = casebook.records()
                .visit(command.visit())
                .filter(visit -> !visit.notDone())
                .isPresent();
        if (begun) {
            throw CasebookRefusals.visitExists();
        }
        return begin(event(command.visit()), command.visit(), command.on());
    }

    private StudyEventDef event(VisitRef visit) {
        return builds.require(authority.mandate().flatMap(ImportMandate::build).orElseGet(casebook::build))
                .event(visit.eventOid())
                .orElseThrow(() -> CasebookRefusals.unknownOid("Event", visit.eventOid()));
    }

    /** A visit that begins, and the deviations that its beginning shows. */
    List<CasebookEvent> begin(StudyEventDef event, VisitRef visit, Optional<LocalDate> on) {
        if (!event.repeating() && anotherOf(visit)) {
            throw CasebookRefusals.notRepeating("Event", visit.eventOid());
        }
        on.ifPresent(day -> LifecycleDecisions.requirePast(day, authority));
        requireCollection(on);
        List<CasebookEvent> events = new ArrayList<>();
        events.add(new VisitStarted(visit, on));
        if (!authority.importing(ImportPurpose.MIGRATION)) {
            deviations(on).forEach(kind -> events.add(LifecycleDecisions.deviation(kind, Optional.of(visit))));
            if (on.filter(day -> outOfWindow(event, day)).isPresent()) {
                events.add(LifecycleDecisions.deviation(DeviationKind.VISIT_OUT_OF_WINDOW, Optional.of(visit)));
            }
        }
        return events;
    }

    /** Where the date that the window is counted from is not known in full, there is none to be out of. */
    private boolean outOfWindow(StudyEventDef event, LocalDate day) {
        return event.window()
                .filter(window -> anchor(window.anchor())
                        .filter(from -> day.isBefore(window.opens(from)) || day.isAfter(window.closes(from)))
                        .isPresent())
                .isPresent();
    }

    private Optional<LocalDate> anchor(VisitWindow.Anchor anchor) {
        return casebook.records().forms().entrySet().stream()
                .filter(form -> form.getKey().eventOid().equals(anchor.eventOid())
                        && form.getKey().formOid().equals(anchor.formOid()))
                .flatMap(form -> form.getValue().items().entrySet().stream())
                .filter(item -> item.getValue().active()
                        && item.getKey().groupOid().equals(anchor.itemGroupOid())
                        && item.getKey().itemOid().equals(anchor.itemOid()))
                .flatMap(item -> item.getValue().value().present().stream())
                .flatMap(Optional::stream)
                .flatMap(text -> wholeDate(text).stream())
                .findFirst();
    }

    private static Optional<LocalDate> wholeDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException partial) {
            return Optional.empty();
        }
    }

    private boolean anotherOf(VisitRef visit) {
        return casebook.records().visits().keySet().stream()
                .anyMatch(other -> other.eventOid().equals(visit.eventOid()) && !other.equals(visit));
    }

    private List<DeviationKind> deviations(Optional<LocalDate> on) {
        LocalDate day = on.orElse(authority.day());
        List<DeviationKind> kinds = new ArrayList<>();
        if (!casebook.progress().consentedBy(on)) {
            kinds.add(DeviationKind.PROCEDURE_BEFORE_CONSENT);
        }
        if (!authority.site().map(site -> site.conductApproved(day)).orElse(false)) {
            kinds.add(DeviationKind.ETHICS_APPROVAL_LAPSED);
        }
        if (casebook.progress().endedOn().filter(day::isAfter).isPresent()) {
            kinds.add(DeviationKind.RECORDED_AFTER_END_OF_STUDY);
        }
        return kinds;
    }

    /** After a withdrawal only what was observed up to its day is still collected (R67). */
    void requireCollection(Optional<LocalDate> observedOn) {
        casebook.progress().collectionStoppedOn().ifPresent(last -> {
            if (observedOn.map(day -> day.isAfter(last)).orElse(true)) {
                throw CasebookRefusals.collectionStopped();
            }
        });
    }

    private List<CasebookEvent> visitNotDone(MarkVisitNotDone command) {
        StudyEventDef event = event(command.visit());
        boolean anyData = casebook.records().formsOf(command.visit()).stream()
                .anyMatch(form -> casebook.records().form(form).hasData());
        if (anyData) {
            throw CasebookRefusals.formHasData();
        }
        return List.of(new VisitMarkedNotDone(
                new VisitRef(event.oid(), command.visit().eventKey()),
                command.flavour(),
                RecordedReason.of(command.reason())));
    }

    private List<CasebookEvent> formNotDone(MarkFormNotDone command) {
        FormPlace.of(builds.require(casebook.build()), command.form());
        if (casebook.records().form(command.form()).hasData()) {
            throw CasebookRefusals.formHasData();
        }
        return List.of(new FormMarkedNotDone(command.form(), command.flavour(), RecordedReason.of(command.reason())));
    }
}
