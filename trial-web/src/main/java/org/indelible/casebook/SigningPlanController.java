package org.indelible.casebook;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.authority.Act;
import org.indelible.portal.Acts;
import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.casebook.VisitStates;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantOrder;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.review.ReviewPlans;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.indelible.trial.SigningPlan;
import org.indelible.trial.TrialCommand.SetSigningPlan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Milestones at which investigators sign, and the days of signatures against the days of visits (R38). */
@Controller
@RequestMapping("/trials/{trial}/signing-plan")
class SigningPlanController {
    private static final int ROWS = 50;

    private final ReviewPlans plans;
    private final ParticipantQueries participants;
    private final VisitStates visits;
    private final SignatureQueries signatures;
    private final TrialQueries trials;
    private final Today today;
    private final Acts acts;

    SigningPlanController(
            ReviewPlans plans,
            ParticipantQueries participants,
            VisitStates visits,
            SignatureQueries signatures,
            TrialQueries trials,
            Today today,
            Acts acts) {
        this.plans = plans;
        this.participants = participants;
        this.visits = visits;
        this.signatures = signatures;
        this.trials = trials;
        this.today = today;
        this.acts = acts;
    }

    /** How a milestone stands. */
    enum State {
        IN_TIME,
        LATE,
        STALE,
        DUE,
        OVERDUE
    }

    /**
     * @param signed the day it was signed first
     * @param days between the visit and its signature, or today where there is none
     */
    record Line(
            String participant,
            String site,
            String visit,
            LocalDate on,
            Optional<LocalDate> signed,
            long days,
            State state) {}

    @GetMapping
    String show(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("signing", List.of("page"));
        PagedList list = PagedList.of(
                asked, tables, participants.count(page.asOf(), page.visibility(), ParticipantFilter.none()), ROWS);
        Optional<SigningPlan> plan = plans.signing(page.asOf());
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        model.addAttribute("plan", plan.orElse(null));
        model.addAttribute("list", list);
        model.addAttribute("planning", page.may(Act.SET_REVIEW_PLAN));
        model.addAttribute(
                "visits",
                build.stream()
                        .flatMap(b -> b.studyEvents().stream())
                        .filter(event -> event.type() == EventType.SCHEDULED)
                        .toList());
        model.addAttribute(
                "lines",
                plan.flatMap(set -> build.map(b -> lines(page, set, b, list.slice())))
                        .orElse(List.of()));
        return "casebook/signing-plan";
    }

    private List<Line> lines(TrialPage page, SigningPlan plan, StudyBuild build, Slice slice) {
        List<ParticipantRow> shown = participants.participants(
                page.asOf(), page.visibility(), ParticipantFilter.none(), ParticipantOrder.PARTICIPANT, false, slice);
        Map<String, String> sites = shown.stream().collect(Collectors.toMap(ParticipantRow::key, ParticipantRow::site));
        Map<String, List<SignatureRow>> signed =
                signatures.signatures(page.asOf(), page.visibility(), sites.keySet()).stream()
                        .collect(Collectors.groupingBy(SignatureRow::participant));
        LocalDate day = today.on(page.asOf());
        List<Line> lines = new ArrayList<>();
        for (VisitStates.VisitState visit : visits.of(page.asOf(), page.visibility(), sites.keySet())) {
            Optional<LocalDate> on = visit.on();
            if (on.isPresent() && plan.eventOids().contains(visit.event())) {
                lines.add(line(
                        visit,
                        on.get(),
                        sites.getOrDefault(visit.participant(), ""),
                        build.event(visit.event()).map(StudyEventDef::name).orElse(visit.event()),
                        signed.getOrDefault(visit.participant(), List.of()),
                        plan,
                        day));
            }
        }
        lines.sort(Comparator.comparing(Line::participant).thenComparing(Line::on));
        return lines;
    }

    private static Line line(
            VisitStates.VisitState visit,
            LocalDate on,
            String site,
            String name,
            List<SignatureRow> signed,
            SigningPlan plan,
            LocalDate day) {
        List<SignatureRow> covering = signed.stream()
                .filter(row -> row.form().isEmpty()
                        && row.event()
                                .map(event -> event.equals(visit.event())
                                        && row.eventKey().equals(visit.eventKey()))
                                .orElse(true)
                        && row.provenance().entry() > visit.provenance().entry())
                .toList();
        Optional<LocalDate> first = covering.stream()
                .map(row -> LocalDate.ofInstant(row.provenance().recordedAt(), ZoneOffset.UTC))
                .min(Comparator.naturalOrder());
        boolean holds = covering.stream().anyMatch(SignatureRow::holds);
        long days = first.orElse(day).toEpochDay() - on.toEpochDay();
        State state = first.isPresent()
                ? holds ? days <= plan.withinDays() ? State.IN_TIME : State.LATE : State.STALE
                : days <= plan.withinDays() ? State.DUE : State.OVERDUE;
        return new Line(visit.participant(), site, name, on, first, days, state);
    }

    @PostMapping
    String set(
            TrialPage page,
            Tables tables,
            @RequestParam(name = "visit", defaultValue = "") List<String> chosen,
            @RequestParam Optional<Integer> days,
            Model model,
            RedirectAttributes next) {
        try {
            acts.perform(page.person(), new SetSigningPlan(page.trialId(), new SigningPlan(chosen, days.orElse(0))))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:" + page.link("/signing-plan");
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return show(page, tables, model);
        }
    }
}
