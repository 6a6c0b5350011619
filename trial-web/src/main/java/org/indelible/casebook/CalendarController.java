package org.indelible.casebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.VisitWindow;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.participant.VisitStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** When each visit of a participant is due, within which window, and when it took place. */
@Controller
class CalendarController {
    private static final List<String> ENDED =
            List.of("screen-failed", "completed", "lost-to-follow-up", "consent-withdrawn", "withdrawn", "died");

    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final Today today;

    CalendarController(Casebooks casebooks, CasebookTrees trees, Today today) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.today = today;
    }

    /** How a visit stands to its window. */
    enum State {
        IN_WINDOW,
        EARLY,
        LATE,
        DONE,
        NOT_DONE,
        UPCOMING,
        DUE,
        OVERDUE,
        /** There is no date yet that its window is counted from. */
        UNKNOWN,
        ENDED
    }

    /**
     * @param on when it took place
     * @param due the day it is planned for
     * @param away days from that day, where it took place
     */
    record Line(
            String name,
            String href,
            State state,
            Optional<LocalDate> on,
            Optional<LocalDate> opens,
            Optional<LocalDate> due,
            Optional<LocalDate> closes,
            Optional<Long> away) {}

    @GetMapping("/trials/{trial}/participants/{participant}/calendar")
    String calendar(TrialPage page, @PathVariable String participant, Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook);
        LocalDate day = today.on(page.asOf());
        boolean ended = ENDED.contains(casebook.participant().status());
        List<Line> lines = new ArrayList<>();
        for (StudyEventDef event : build.studyEvents()) {
            if (event.type() == EventType.SCHEDULED) {
                lines.add(line(page, participant, casebook, event, day, ended));
            }
        }
        model.addAttribute("tree", trees.tree(page, casebook, build, Optional.empty()));
        model.addAttribute("participant", participant);
        model.addAttribute("today", day);
        model.addAttribute("lines", lines);
        return "casebook/calendar";
    }

    private static Line line(
            TrialPage page,
            String participant,
            CasebookView casebook,
            StudyEventDef event,
            LocalDate day,
            boolean ended) {
        Optional<EventView> visit = casebook.events().stream()
                .filter(view -> view.oid().equals(event.oid()))
                .findFirst();
        Optional<LocalDate> on = visit.flatMap(EventView::date).flatMap(CalendarController::date);
        Optional<VisitWindow> window = event.window();
        Optional<LocalDate> anchor = window.flatMap(w -> anchor(casebook, w.anchor()));
        Optional<LocalDate> opens = window.flatMap(w -> anchor.map(w::opens));
        Optional<LocalDate> due = window.flatMap(w -> anchor.map(w::due));
        Optional<LocalDate> closes = window.flatMap(w -> anchor.map(w::closes));
        String casebookPath = "/participants/" + CasebookPaths.segment(participant);
        return new Line(
                event.name(),
                page.link(casebookPath) + "#visit-" + event.oid(),
                state(visit, on, opens, closes, day, ended),
                on,
                opens,
                due,
                closes,
                on.flatMap(took -> due.map(planned -> took.toEpochDay() - planned.toEpochDay())));
    }

    private static State state(
            Optional<EventView> visit,
            Optional<LocalDate> on,
            Optional<LocalDate> opens,
            Optional<LocalDate> closes,
            LocalDate day,
            boolean ended) {
        if (visit.isPresent()) {
            return begun(visit.get(), on, opens, closes);
        }
        if (ended) {
            return State.ENDED;
        }
        if (opens.isEmpty() || closes.isEmpty()) {
            return State.UNKNOWN;
        }
        return day.isBefore(opens.get()) ? State.UPCOMING : day.isAfter(closes.get()) ? State.OVERDUE : State.DUE;
    }

    private static State begun(
            EventView visit, Optional<LocalDate> on, Optional<LocalDate> opens, Optional<LocalDate> closes) {
        if (visit.status() == VisitStatus.NOT_DONE) {
            return State.NOT_DONE;
        }
        if (on.isEmpty() || opens.isEmpty() || closes.isEmpty()) {
            return State.DONE;
        }
        return on.get().isBefore(opens.get())
                ? State.EARLY
                : on.get().isAfter(closes.get()) ? State.LATE : State.IN_WINDOW;
    }

    private static Optional<LocalDate> anchor(CasebookView casebook, VisitWindow.Anchor anchor) {
        return casebook.events().stream()
                .filter(event -> event.oid().equals(anchor.eventOid()))
                .flatMap(event -> event.forms().stream())
                .filter(form -> form.oid().equals(anchor.formOid()))
                .flatMap(form -> form.groups().stream())
                .filter(group -> group.oid().equals(anchor.itemGroupOid()))
                .flatMap(group -> group.items().stream())
                .filter(item -> item.oid().equals(anchor.itemOid()) && !item.inactivated())
                .flatMap(item -> item.value().text().flatMap(text -> text.present()).stream())
                .flatMap(text -> date(text).stream())
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException partial) {
            return Optional.empty();
        }
    }
}
