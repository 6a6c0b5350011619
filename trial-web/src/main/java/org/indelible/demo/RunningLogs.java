package org.indelible.demo;

import java.time.LocalDate;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.VisitRef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.TrialId;

/** Medical history, concomitant medication and adverse events: kept over the whole trial, in no visit. */
final class RunningLogs {
    private static final VisitRef LOG = VisitRef.of("SE.LOG");

    private final TrialId trial;
    private final DemoCalendar calendar;
    private final StudyBuild build;
    private final Script script;

    RunningLogs(TrialId trial, DemoCalendar calendar, StudyBuild build, Script script) {
        this.trial = trial;
        this.calendar = calendar;
        this.build = build;
        this.script = script;
    }

    void write() {
        history(Cast.COMPLETED, "Appendectomy", "1998", "N");
        history(Cast.COMPLETED_TOO, "Type 2 diabetes mellitus", "2014-05", "Y");
        history(Cast.OVERDUE, "Gout", "2019", "Y");
        history(Cast.FIRST_IN_PORTO, "Hypercholesterolaemia", "2011", "Y");
        medication(Cast.COMPLETED_TOO, "Metformin", "Type 2 diabetes mellitus", 850, "BID");
        medication(Cast.FIRST_IN_PORTO, "Atorvastatin", "Hypercholesterolaemia", 20, "QD");
        medication(Cast.OVERDUE, "Allopurinol", "Gout", 300, "QD");
        event(Cast.COMPLETED, -210, 1, "Headache", "1", "NONE");
        event(Cast.WITH_ACCOUNT, -150, 2, "Dizziness on standing up", "1", "NONE");
        event(Cast.STALE, -58, 1, "Common cold", "1", "NONE");
        // Told at a visit and entered twelve days after it.
        event(Cast.WITHDRAWN, -121, 12, "Ankle swelling", "2", "NONE");
        event(Cast.OFF_TREATMENT, -31, 10, "Dry cough", "2", "WITHDRAWN");
    }

    private void history(DemoParticipant participant, String term, String since, String ongoing) {
        save(
                participant,
                calendar.workday(participant.screening()),
                "11:10",
                "F.MH",
                new FormFiller(build, "IG.MH")
                        .set("I.MH.TERM", term)
                        .set("I.MH.STDAT", since)
                        .set("I.MH.ONGO", ongoing));
    }

    private void medication(DemoParticipant participant, String drug, String why, int dose, String frequency) {
        save(
                participant,
                calendar.workday(participant.screening()),
                "11:25",
                "F.CM",
                new FormFiller(build, "IG.CM")
                        .set("I.CM.TRT", drug)
                        .set("I.CM.INDC", why)
                        .set("I.CM.DOSE", dose)
                        .set("I.CM.DOSU", "mg")
                        .set("I.CM.FREQ", frequency)
                        .set("I.CM.ROUTE", "ORAL")
                        .set("I.CM.STDAT", "2020")
                        .set("I.CM.ONGO", "Y"));
    }

    /** @param entered so many days after it began */
    private void event(
            DemoParticipant participant, int began, int entered, String term, String severity, String action) {
        LocalDate day = calendar.workday(began);
        boolean over = action.equals("NONE");
        FormFiller form = new FormFiller(build, "IG.AE.YN")
                .set("I.AE.YN", "Y")
                .group("IG.AE")
                .set("I.AE.TERM", term)
                .set("I.AE.STDAT", day)
                .set("I.AE.ONGO", over ? "N" : "Y");
        if (over) {
            form.set("I.AE.ENDAT", day);
        }
        form.set("I.AE.SEV", severity)
                .set("I.AE.SER", "N")
                .set("I.AE.REL", over ? "2" : "4")
                .set("I.AE.ACN", action)
                .set("I.AE.OUT", over ? "RECOVERED" : "NOT RECOVERED");
        save(participant, calendar.workday(began + entered), "14:45", "F.AE", form);
    }

    private void save(DemoParticipant participant, LocalDate day, String time, String form, FormFiller filled) {
        FormRef ref = LOG.form(form, new Measurements(participant, build).freshKey());
        script.add(day, time, participant.site().coordinator(), stage -> filled.save(participant.in(trial), ref));
    }
}
