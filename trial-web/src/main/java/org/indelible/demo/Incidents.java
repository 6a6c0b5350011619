package org.indelible.demo;

import static org.indelible.demo.DemoPerson.COORDINATOR;
import static org.indelible.demo.DemoPerson.COORDINATOR2;
import static org.indelible.demo.DemoPerson.DATAMANAGER;
import static org.indelible.demo.DemoPerson.INVESTIGATOR;
import static org.indelible.demo.DemoPerson.INVESTIGATOR2;
import static org.indelible.demo.DemoPerson.MONITOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.casebook.DataPoint;
import org.indelible.casebook.DeviationKind;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.ItemRef;
import org.indelible.casebook.LifecycleCommand.AdoptBuild;
import org.indelible.casebook.LifecycleCommand.DiscontinueTreatment;
import org.indelible.casebook.LifecycleCommand.FailScreening;
import org.indelible.casebook.LifecycleCommand.RaiseDeviation;
import org.indelible.casebook.LifecycleCommand.RecordConsent;
import org.indelible.casebook.LifecycleCommand.WithdrawConsent;
import org.indelible.casebook.LockCommand.FreezeForm;
import org.indelible.casebook.LockCommand.LockCasebook;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.QueryId;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.casebook.ReviewCommand.AnswerQuery;
import org.indelible.casebook.ReviewCommand.CloseQuery;
import org.indelible.casebook.ReviewCommand.RaiseQuery;
import org.indelible.casebook.ReviewCommand.VerifyItems;
import org.indelible.casebook.ScreenFailure;
import org.indelible.casebook.SignatureScope;
import org.indelible.casebook.SigningCommand.SignCasebook;
import org.indelible.casebook.VisitCommand.MarkFormNotDone;
import org.indelible.casebook.VisitRef;
import org.indelible.casebook.WithdrawalScope;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.SaveId;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.TrialId;

/** What does not go by plan: corrections, questions, departures, and what the sponsor's people do about them. */
final class Incidents {
    private static final VisitRef SCREENING = VisitRef.of("SE.SCR");

    private final TrialId trial;
    private final DemoCalendar calendar;
    private final StudyBuild build;
    private final Script script;

    Incidents(TrialId trial, DemoCalendar calendar, StudyBuild build, Script script) {
        this.trial = trial;
        this.calendar = calendar;
        this.build = build;
        this.script = script;
    }

    void write() {
        staleSignature();
        correctionSignedAgain();
        screenFailure();
        withdrawals();
        endOfTreatment();
        newConsent();
        deviations();
        queries();
        verification();
        completion();
    }

    static void noTreatment(Script script, CasebookId casebook, FormRef form, LocalDate day, DemoPerson by) {
        script.add(
                day,
                "10:40",
                by,
                new MarkFormNotDone(
                        casebook, form, NullFlavour.NOT_APPLICABLE, Reason.of("Study treatment was discontinued.")));
    }

    private void staleSignature() {
        correct(
                calendar.workday(-6),
                "14:02",
                COORDINATOR,
                Cast.STALE,
                DemoVisit.WEEK_4.ref().form("F.VS"),
                "I.BP.SYS",
                9,
                new Reason(ReasonCategory.TRANSCRIPTION_ERROR, "Digits were swapped when copying from the chart."));
    }

    private void correctionSignedAgain() {
        DemoParticipant participant = Cast.COMPLETED_TOO;
        correct(
                calendar.workday(-201),
                "10:12",
                COORDINATOR,
                participant,
                SCREENING.form("F.VS"),
                "I.VS.WEIGHT",
                -2,
                new Reason(ReasonCategory.SOURCE_CORRECTED, "The scale was found to be two kilograms off."));
        script.add(calendar.workday(-199), "16:45", INVESTIGATOR, stage -> {
            RecordedCasebook seen = stage.casebook(participant.in(trial));
            SignatureScope scope = SignatureScope.of(SCREENING);
            return new org.indelible.casebook.SigningCommand.SignVisit(
                    participant.in(trial),
                    SCREENING,
                    SignatureMeaning.APPROVAL,
                    stage.authentication(),
                    seen.shown(scope),
                    seen.lastChange(scope));
        });
    }

    /** Changes the first number that was recorded of an item by so much. */
    private void correct(
            LocalDate day,
            String time,
            DemoPerson by,
            DemoParticipant participant,
            FormRef form,
            String item,
            int difference,
            Reason reason) {
        script.add(day, time, by, stage -> {
            RecordedCasebook seen = stage.casebook(participant.in(trial));
            ItemRef ref = seen.first(form, item);
            DataPoint point = seen.point(form, ref);
            String was = point.value().present().flatMap(text -> text).orElseThrow();
            String now = new java.math.BigDecimal(was)
                    .add(java.math.BigDecimal.valueOf(difference))
                    .toPlainString();
            return new RecordItems(
                    participant.in(trial),
                    form,
                    List.of(new ItemEntry(
                            ref,
                            FormFiller.content(build, item, now),
                            Optional.of(reason),
                            Optional.of(point.version()))),
                    new SaveId(UUID.randomUUID().toString()),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    private void screenFailure() {
        LocalDate day = calendar.workday(Cast.FAILED.screening() + 6);
        script.add(
                day,
                "15:05",
                INVESTIGATOR,
                new FailScreening(
                        Cast.FAILED.in(trial),
                        day,
                        ScreenFailure.EXCLUSION_CRITERION_MET,
                        Reason.of("Serum potassium above 5.5 mmol/L.")));
    }

    private void withdrawals() {
        withdrawal(
                Cast.WITHDRAWN,
                COORDINATOR2,
                WithdrawalScope.PARTICIPATION,
                "Moves away and does not want to travel for visits.");
        withdrawal(Cast.LEFT, COORDINATOR, WithdrawalScope.PARTICIPATION, "No longer wants to take tablets every day.");
    }

    private void withdrawal(DemoParticipant participant, DemoPerson by, WithdrawalScope scope, String why) {
        LocalDate day = calendar.workday(participant.screening() + 60);
        script.add(
                day, "13:20", by, new WithdrawConsent(participant.in(trial), day, scope, Optional.of(Reason.of(why))));
    }

    private void endOfTreatment() {
        LocalDate day = calendar.workday(Cast.OFF_TREATMENT.screening() + 40);
        script.add(
                day,
                "11:35",
                INVESTIGATOR2,
                new DiscontinueTreatment(
                        Cast.OFF_TREATMENT.in(trial), day, Reason.of("Persistent dry cough since week 2.")));
    }

    /** Under the amendment, whose consent form asks for a new consent. */
    private void newConsent() {
        CasebookId casebook = Cast.WITH_ACCOUNT.in(trial);
        LocalDate day = calendar.workday(-14);
        script.add(
                day,
                "08:35",
                INVESTIGATOR,
                new RecordConsent(
                        casebook,
                        TrialSetup.CONSENT_2,
                        DemoCalendar.at(day, "08:30", INVESTIGATOR.zone())
                                .atZone(INVESTIGATOR.zone())
                                .toOffsetDateTime(),
                        INVESTIGATOR.account()));
        script.add(day, "08:38", COORDINATOR, new AdoptBuild(casebook));
    }

    private void deviations() {
        script.add(
                calendar.workday(-75),
                "15:30",
                MONITOR,
                new RaiseDeviation(
                        Cast.QUERIED.in(trial),
                        DeviationKind.OTHER,
                        Optional.of(DemoVisit.BASELINE.ref()),
                        "Blood pressure was taken on the right arm; the protocol asks for the left."));
        script.add(
                calendar.workday(-16),
                "17:10",
                COORDINATOR2,
                new RaiseDeviation(
                        Cast.NEW_IN_PORTO.in(trial),
                        DeviationKind.OTHER,
                        Optional.of(DemoVisit.BASELINE.ref()),
                        "The sample for the laboratory was kept at room temperature for three hours."));
    }

    private void queries() {
        FormRef closed = SCREENING.form("F.DM");
        QueryId first = new QueryId("Q-701-1");
        script.add(
                calendar.workday(-222),
                "13:40",
                DATAMANAGER,
                raise(Cast.COMPLETED, first, closed, "Is the date of the visit the day of consent?"));
        script.add(
                calendar.workday(-220),
                "09:15",
                COORDINATOR,
                new AnswerQuery(Cast.COMPLETED.in(trial), first, "Yes, both took place on the same morning."));
        script.add(calendar.workday(-218), "10:55", DATAMANAGER, new CloseQuery(Cast.COMPLETED.in(trial), first));
        QueryId open = new QueryId("Q-702-1");
        FormRef laboratory = DemoVisit.WEEK_12.ref().form("F.LB");
        script.add(
                calendar.workday(-8),
                "16:05",
                MONITOR,
                raise(
                        Cast.QUERIED,
                        open,
                        laboratory,
                        "The haemoglobin differs from the laboratory's report on file. Please check."));
        script.add(
                calendar.workday(-7),
                "15:35",
                MONITOR,
                raise(
                        Cast.WITH_ACCOUNT,
                        new QueryId("Q-701-2"),
                        DemoVisit.WEEK_24.ref().form("F.VS"),
                        "Which cuff was used? The source does not say."));
        QueryId answered = new QueryId("Q-702-2");
        FormRef pressure = DemoVisit.WEEK_8.ref().form("F.VS");
        script.add(
                calendar.workday(-28),
                "16:20",
                MONITOR,
                raise(Cast.FIRST_IN_PORTO, answered, DemoVisit.WEEK_24.ref().form("F.VS"), "Which arm was used?"));
        script.add(
                calendar.workday(-25),
                "10:30",
                COORDINATOR2,
                new AnswerQuery(Cast.FIRST_IN_PORTO.in(trial), answered, "The left arm, as at every visit."));
        script.add(calendar.workday(-22), "12:15", MONITOR, new FreezeForm(Cast.FIRST_IN_PORTO.in(trial), pressure));
    }

    private RaiseQuery raise(DemoParticipant participant, QueryId query, FormRef form, String text) {
        return new RaiseQuery(participant.in(trial), query, form, Optional.empty(), text);
    }

    /** Source data are compared at the monitor's visits. */
    private void verification() {
        verify(calendar.workday(-205), Cast.COMPLETED, SCREENING.form("F.DM"), SCREENING.form("F.VS"));
        verify(calendar.workday(-170), Cast.COMPLETED_TOO, SCREENING.form("F.VS"), SCREENING.form("F.LB"));
        verify(
                calendar.workday(-60),
                Cast.FIRST_IN_PORTO,
                DemoVisit.BASELINE.ref().form("F.VS"),
                DemoVisit.WEEK_4.ref().form("F.VS"),
                DemoVisit.WEEK_4.ref().form("F.LB"));
        verify(calendar.workday(-40), Cast.WITH_ACCOUNT, DemoVisit.WEEK_12.ref().form("F.VS"));
    }

    private void verify(LocalDate day, DemoParticipant participant, FormRef... forms) {
        int minute = 10;
        for (FormRef form : forms) {
            script.add(
                    day,
                    "11:" + minute++,
                    MONITOR,
                    stage -> new VerifyItems(
                            participant.in(trial),
                            form,
                            stage.casebook(participant.in(trial)).verified(form)));
        }
    }

    private void completion() {
        CasebookId casebook = Cast.COMPLETED.in(trial);
        script.add(calendar.workday(-30), "16:40", INVESTIGATOR, stage -> {
            RecordedCasebook seen = stage.casebook(casebook);
            SignatureScope scope = SignatureScope.wholeCasebook();
            return new SignCasebook(
                    casebook,
                    SignatureMeaning.APPROVAL,
                    stage.authentication(),
                    seen.shown(scope),
                    seen.lastChange(scope));
        });
        script.add(calendar.workday(-27), "14:00", DATAMANAGER, new LockCasebook(casebook, Optional.empty()));
    }
}
