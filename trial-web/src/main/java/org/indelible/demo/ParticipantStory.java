package org.indelible.demo;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.Identity;
import org.indelible.casebook.LifecycleCommand.CompleteStudy;
import org.indelible.casebook.LifecycleCommand.Enrol;
import org.indelible.casebook.LifecycleCommand.RecordConsent;
import org.indelible.casebook.LifecycleCommand.RecordIdentity;
import org.indelible.casebook.LifecycleCommand.RecordRandomisation;
import org.indelible.casebook.LifecycleCommand.RegisterParticipant;
import org.indelible.casebook.LifecycleCommand.StartScreening;
import org.indelible.casebook.ReviewCommand.OpenForm;
import org.indelible.casebook.SignatureScope;
import org.indelible.casebook.SigningCommand.SignForm;
import org.indelible.casebook.SigningCommand.SignVisit;
import org.indelible.casebook.VisitCommand.StartVisit;
import org.indelible.casebook.VisitRef;
import org.indelible.demo.DemoParticipant.Way;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.TrialId;

/** One participant's way through the visits, as far as their day has come. */
final class ParticipantStory {
    private static final VisitRef SCREENING = VisitRef.of("SE.SCR");
    private static final int DAYS_OF_SCREENING = 14;

    private final DemoParticipant participant;
    private final CasebookId casebook;
    private final DemoCalendar calendar;
    private final Measurements measurements;
    private final StudyBuild build;
    private final Script script;
    private final DemoPerson investigator;
    private final DemoPerson coordinator;

    ParticipantStory(
            TrialId trial, DemoParticipant participant, DemoCalendar calendar, StudyBuild build, Script script) {
        this.participant = participant;
        this.casebook = participant.in(trial);
        this.calendar = calendar;
        this.build = build;
        this.measurements = new Measurements(participant, build);
        this.script = script;
        this.investigator = participant.site().investigator();
        this.coordinator = participant.site().coordinator();
    }

    void write() {
        screen();
        if (participant.way() == Way.SCREEN_FAILURE) {
            return;
        }
        int baseline = participant.screening() + DAYS_OF_SCREENING;
        enrol(calendar.workday(baseline));
        for (DemoVisit visit : DemoVisit.values()) {
            if (takesPlace(visit)) {
                visit(visit, calendar.workday(baseline + visit.day()));
            }
        }
    }

    private boolean takesPlace(DemoVisit visit) {
        return switch (participant.way()) {
            case MISSES_WEEK_12 -> visit != DemoVisit.WEEK_12;
            case WITHDRAWS -> visit.compareTo(DemoVisit.WEEK_4) <= 0;
            default -> true;
        };
    }

    private void screen() {
        LocalDate day = calendar.workday(participant.screening());
        script.add(
                day,
                "08:50",
                coordinator,
                new RegisterParticipant(casebook, participant.site().key(), Optional.empty()));
        script.add(day, "08:56", coordinator, new RecordIdentity(casebook, identity(day), Optional.empty()));
        OffsetDateTime signed = DemoCalendar.at(day, "09:20", participant.site().zone())
                .atZone(participant.site().zone())
                .toOffsetDateTime();
        script.add(day, "09:32", investigator, new RecordConsent(casebook, consent(), signed, investigator.account()));
        script.add(day, "09:36", investigator, new StartScreening(casebook, day));
        script.add(day, "09:50", coordinator, new StartVisit(casebook, SCREENING, Optional.of(day)));
        save(day, "09:58", coordinator, SCREENING.form("F.DM"), measurements.demography(day));
        save(day, "10:21", coordinator, SCREENING.form("F.VS"), measurements.vitalSigns(day, 0, true));
        if (participant == Cast.NEWEST) {
            return;
        }
        save(day, "10:47", coordinator, SCREENING.form("F.EG"), measurements.electrocardiogram(day));
        if (participant == Cast.IN_SCREENING) {
            // The sample was drawn; results have not come.
            save(
                    day,
                    "11:05",
                    coordinator,
                    SCREENING.form("F.LB"),
                    new FormFiller(build, "IG.LB")
                            .set("I.LB.DAT", day + "T08:35")
                            .set("I.LB.FAST", "Y"));
            return;
        }
        // Results come two days later; the last day of the week, some of them late in the evening.
        LocalDate results = calendar.workday(participant.screening() + 2);
        String time = participant == Cast.WITH_ACCOUNT ? "21:40" : "11:15";
        save(results, time, coordinator, SCREENING.form("F.LB"), measurements.laboratory(day));
        LocalDate decided = calendar.workday(participant.screening() + 5);
        save(
                decided,
                "10:05",
                investigator,
                SCREENING.form("F.IE"),
                measurements.eligibility(day + "T09:20:00", consent().value()));
        LocalDate signing = calendar.workday(participant.screening() + 6);
        open(SCREENING, List.of("F.DM", "F.VS", "F.EG", "F.LB", "F.IE"), signing);
        signVisit(SCREENING, signing);
    }

    private ConsentVersion consent() {
        boolean amended = participant.site() == DemoSite.VIENNA && participant.screening() > TrialSetup.AMENDED;
        return amended ? TrialSetup.CONSENT_2 : TrialSetup.CONSENT_1;
    }

    private Identity identity(LocalDate day) {
        return new Identity(
                Optional.of(participant.initials()),
                Optional.of(participant.fullName()),
                Optional.of(measurements.birth(day).toString()),
                Optional.empty());
    }

    private void enrol(LocalDate day) {
        script.add(day, "08:40", investigator, new Enrol(casebook, day));
        script.add(
                day,
                "08:44",
                investigator,
                new RecordRandomisation(
                        casebook,
                        day,
                        "R" + participant.site().key() + participant.number().substring(1)));
    }

    private void visit(DemoVisit visit, LocalDate day) {
        script.add(day, "09:05", coordinator, new StartVisit(casebook, visit.ref(), Optional.of(day)));
        for (String form : visit.forms()) {
            record(visit, visit.ref().form(form), day);
        }
        if (visit == DemoVisit.END_OF_STUDY) {
            script.add(day, "12:10", investigator, new CompleteStudy(casebook, day));
        }
        LocalDate signed = nextWorkday(day, 6);
        open(visit.ref(), visit.forms(), signed);
        if (participant == Cast.STALE && visit == DemoVisit.WEEK_4) {
            visit.forms().forEach(form -> signForm(visit.ref().form(form), signed));
        } else {
            signVisit(visit.ref(), signed);
        }
    }

    private void record(DemoVisit visit, FormRef form, LocalDate day) {
        switch (form.formOid()) {
            case "F.VS" -> save(day, "09:25", coordinator, form, measurements.vitalSigns(day, visit.week(), false));
            case "F.EG" -> save(day, "09:55", coordinator, form, measurements.electrocardiogram(day));
            case "F.EX" -> {
                boolean treated = participant.way() != Way.STOPS_TREATMENT || visit.week() < 4;
                if (treated) {
                    DemoPerson dispenser = participant.site().dispenser();
                    save(day, "10:40", dispenser, form, measurements.treatment(day, visit.week()));
                } else {
                    Incidents.noTreatment(script, casebook, form, day, coordinator);
                }
            }
            case "F.LB" -> {
                // One batch of results lay in a drawer.
                int late = participant == Cast.COMPLETED_TOO && visit == DemoVisit.WEEK_4 ? 5 : 1;
                save(nextWorkday(day, late), "11:20", coordinator, form, measurements.laboratory(day));
            }
            default ->
                save(
                        day,
                        "11:50",
                        investigator,
                        form,
                        new FormFiller(build, "IG.DS")
                                .set("I.DS.DAT", day)
                                .set("I.DS.STAT", "COMPLETED")
                                .set("I.DS.UNB", "N"));
        }
    }

    private static LocalDate nextWorkday(LocalDate day, int later) {
        LocalDate next = day.plusDays(later);
        return switch (next.getDayOfWeek()) {
            case SATURDAY -> next.plusDays(2);
            case SUNDAY -> next.plusDays(1);
            default -> next;
        };
    }

    private void save(LocalDate day, String time, DemoPerson by, FormRef form, FormFiller filled) {
        script.add(day, time, by, stage -> filled.save(casebook, form));
    }

    /** The investigator looks at each form before signing. */
    private void open(VisitRef visit, List<String> forms, LocalDate day) {
        int minute = 10;
        for (String form : forms) {
            script.add(
                    day,
                    "16:" + minute++,
                    investigator,
                    stage -> new OpenForm(
                            casebook,
                            visit.form(form),
                            stage.casebook(casebook).lastChange(SignatureScope.of(visit.form(form)))));
        }
    }

    private void signVisit(VisitRef visit, LocalDate day) {
        script.add(day, "16:20", investigator, stage -> {
            RecordedCasebook seen = stage.casebook(casebook);
            SignatureScope scope = SignatureScope.of(visit);
            return new SignVisit(
                    casebook,
                    visit,
                    SignatureMeaning.APPROVAL,
                    stage.authentication(),
                    seen.shown(scope),
                    seen.lastChange(scope));
        });
    }

    private void signForm(FormRef form, LocalDate day) {
        script.add(day, "16:24", investigator, stage -> {
            RecordedCasebook seen = stage.casebook(casebook);
            SignatureScope scope = SignatureScope.of(form);
            return new SignForm(
                    casebook,
                    form,
                    SignatureMeaning.APPROVAL,
                    stage.authentication(),
                    seen.shown(scope),
                    seen.lastChange(scope));
        });
    }
}
