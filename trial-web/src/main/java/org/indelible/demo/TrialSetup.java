package org.indelible.demo;

import static org.indelible.demo.DemoPerson.BUILDER;
import static org.indelible.demo.DemoPerson.COORDINATOR;
import static org.indelible.demo.DemoPerson.COORDINATOR2;
import static org.indelible.demo.DemoPerson.DATAMANAGER;
import static org.indelible.demo.DemoPerson.INVESTIGATOR;
import static org.indelible.demo.DemoPerson.MONITOR;
import static org.indelible.demo.DemoPerson.PHARMACIST;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.indelible.auditreview.AuditReviewCommand.PlanAuditReview;
import org.indelible.auditreview.AuditView;
import org.indelible.auditreview.PlannedView;
import org.indelible.auditreview.ReviewPlanId;
import org.indelible.auditreview.Reviewer;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Duty;
import org.indelible.authority.EthicsApproval;
import org.indelible.authority.Role;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.site.SiteCommand.AcceptDelegation;
import org.indelible.site.SiteCommand.ActivateBuild;
import org.indelible.site.SiteCommand.DelegateDuty;
import org.indelible.site.SiteCommand.NamePrincipalInvestigator;
import org.indelible.site.SiteCommand.OpenSite;
import org.indelible.site.SiteCommand.RecordEthicsApproval;
import org.indelible.site.SiteCommand.RecordTraining;
import org.indelible.trial.AmendmentId;
import org.indelible.trial.ProposedDefinition;
import org.indelible.trial.ProposedDefinition.ProposedConsent;
import org.indelible.trial.SimulatedClock;
import org.indelible.trial.TrialCommand.ApproveAmendment;
import org.indelible.trial.TrialCommand.OpenTrial;
import org.indelible.trial.TrialCommand.PublishConsentForm;
import org.indelible.trial.TrialCommand.PublishProtocolVersion;
import org.indelible.trial.TrialCommand.PublishStudyBuild;
import org.indelible.trial.TrialCommand.RegisterTrial;
import org.indelible.trial.TrialCommand.SubmitAmendment;

/** The trial, its two sites, an amendment that one site has no approval of yet, and one that neither has. */
final class TrialSetup {
    static final ProtocolVersion VERSION_1 = new ProtocolVersion("1");
    static final ProtocolVersion VERSION_2 = new ProtocolVersion("2");
    /** Before the ethics committees of both sites. */
    static final ProtocolVersion VERSION_3 = new ProtocolVersion("3");

    static final ConsentVersion CONSENT_1 = new ConsentVersion("1.0");
    static final ConsentVersion CONSENT_2 = new ConsentVersion("2.0");
    /** Since when Vienna works under version 2. */
    static final int AMENDED = -20;

    private static final TrainingVersion TRAINING_1 = new TrainingVersion("Protocol version 1");
    private static final TrainingVersion TRAINING_2 = new TrainingVersion("Protocol version 2");
    private static final Set<Duty> OF_COORDINATORS =
            Set.of(Duty.ENTER_DATA, Duty.CORRECT_DATA, Duty.ANSWER_QUERIES, Duty.DISPENSE);
    private static final Set<Duty> OF_PHARMACISTS = Set.of(Duty.ENTER_DATA, Duty.CORRECT_DATA, Duty.DISPENSE);

    private final TrialId trial;
    private final DemoCalendar calendar;
    private final DemoProtocol protocol;
    private final Function<byte[], DocumentHash> filing;
    private final Script script;

    /** @param filing puts a document on file */
    TrialSetup(
            TrialId trial,
            DemoCalendar calendar,
            DemoProtocol protocol,
            Function<byte[], DocumentHash> filing,
            Script script) {
        this.trial = trial;
        this.calendar = calendar;
        this.protocol = protocol;
        this.filing = filing;
        this.script = script;
    }

    void write() {
        LocalDate day = calendar.workday(DemoCalendar.FIRST_DAY + 2);
        script.add(
                day,
                "08:05",
                BUILDER,
                new RegisterTrial(
                        trial,
                        TrialKind.TEST,
                        protocol.build().studyName(),
                        BUILDER.organisation(),
                        Optional.of(new SimulatedClock(calendar.begins(), calendar.ends()))));
        script.add(day, "08:20", BUILDER, new PublishProtocolVersion(trial, VERSION_1, Optional.of(protocol.source())));
        script.add(
                day,
                "08:40",
                BUILDER,
                new PublishStudyBuild(
                        trial,
                        new BuildHash(protocol.build().hash()),
                        VERSION_1,
                        protocol.build().metaDataVersionOid(),
                        protocol.build().name(),
                        Optional.of(TRAINING_1)));
        script.add(day, "09:10", BUILDER, consentForm(CONSENT_1, VERSION_1, false));
        openSite(DemoSite.VIENNA, calendar.workday(DemoCalendar.FIRST_DAY + 6), 0);
        openSite(DemoSite.PORTO, calendar.workday(DemoCalendar.FIRST_DAY + 20), 30);
        script.add(calendar.workday(DemoCalendar.FIRST_DAY + 33), "08:30", BUILDER, new OpenTrial(trial));
        amend();
        amendAgain();
        planAuditReviews();
    }

    private void planAuditReviews() {
        script.add(
                calendar.workday(-62),
                "10:00",
                DATAMANAGER,
                new PlanAuditReview(
                        trial,
                        new ReviewPlanId("de300000-0000-4000-8000-000000000401"),
                        "Quarterly review of both sites",
                        "Blood pressure is the primary endpoint and read by hand; each site has one coordinator.",
                        Stream.of(AuditView.values()).map(PlannedView::usual).toList(),
                        Period.ofMonths(3),
                        new Reviewer(Role.DATA_MANAGER, Optional.empty()),
                        List.of()));
    }

    private PublishConsentForm consentForm(ConsentVersion version, ProtocolVersion of, boolean reconsent) {
        return new PublishConsentForm(
                trial, version, of, Optional.of(file("Consent form " + version + ", " + name())), reconsent);
    }

    /** @param extra days that this site takes longer */
    private void openSite(DemoSite site, LocalDate day, int extra) {
        script.add(day, "09:00", BUILDER, new OpenSite(site.in(trial), site.title(), site.country(), site.zone()));
        script.add(
                day,
                "09:15",
                BUILDER,
                new NamePrincipalInvestigator(
                        site.in(trial), site.investigator().account(), day));
        int visit = DemoCalendar.FIRST_DAY + 24 + extra / 2;
        LocalDate initiation = calendar.workday(visit);
        script.add(initiation, "09:30", MONITOR, approval(site, initiation.minusDays(9), VERSION_1, CONSENT_1));
        train(site, initiation, "10:30", TRAINING_1);
        delegate(site, initiation, site.coordinator(), OF_COORDINATORS);
        if (site == DemoSite.VIENNA) {
            delegate(site, initiation, PHARMACIST, OF_PHARMACISTS);
        }
        script.add(
                initiation,
                "15:40",
                MONITOR,
                new ActivateBuild(
                        site.in(trial), new BuildHash(protocol.build().hash()), AmendmentApplication.PROSPECTIVE));
    }

    private RecordEthicsApproval approval(
            DemoSite site, LocalDate from, ProtocolVersion version, ConsentVersion consent) {
        DocumentHash letter = file("Favourable opinion of " + site.committee() + " on protocol version " + version
                + " and consent form " + consent + " of " + name() + " at " + site.title());
        return new RecordEthicsApproval(
                site.in(trial),
                new EthicsApproval(
                        site.committee(),
                        letter,
                        List.of(version),
                        List.of(consent),
                        from,
                        Optional.of(from.plusYears(1).plusMonths(6))));
    }

    private void train(DemoSite site, LocalDate day, String time, TrainingVersion version) {
        for (DemoPerson person : staff(site)) {
            script.add(day, time, MONITOR, new RecordTraining(site.in(trial), person.account(), version, day));
        }
    }

    private static List<DemoPerson> staff(DemoSite site) {
        return site == DemoSite.VIENNA
                ? List.of(INVESTIGATOR, COORDINATOR, PHARMACIST)
                : List.of(site.investigator(), COORDINATOR2);
    }

    /** Signed by the investigator, then by who takes the duties on. */
    private void delegate(DemoSite site, LocalDate day, DemoPerson delegate, Set<Duty> duties) {
        String id = site.key() + "-" + delegate.account();
        script.add(
                day,
                "14:10",
                site.investigator(),
                stage -> new DelegateDuty(
                        site.in(trial), id, delegate.account(), duties, day, Optional.empty(), stage.authentication()));
        script.add(day, "14:35", delegate, stage -> new AcceptDelegation(site.in(trial), id, stage.authentication()));
    }

    private void amend() {
        LocalDate published = calendar.workday(AMENDED - 27);
        AmendmentId amendment = new AmendmentId("amendment-1");
        script.add(published, "10:30", BUILDER, new SubmitAmendment(trial, amendment, clarifiedWashout()));
        script.add(
                published,
                "10:50",
                DATAMANAGER,
                stage -> new ApproveAmendment(trial, amendment, 0, stage.authentication()));
        LocalDate day = calendar.workday(AMENDED);
        script.add(day, "09:40", MONITOR, approval(DemoSite.VIENNA, day.minusDays(4), VERSION_2, CONSENT_2));
        train(DemoSite.VIENNA, day, "11:00", TRAINING_2);
        script.add(
                day,
                "15:10",
                MONITOR,
                new ActivateBuild(
                        DemoSite.VIENNA.in(trial),
                        new BuildHash(protocol.amended().hash()),
                        AmendmentApplication.PROSPECTIVE));
    }

    private ProposedDefinition clarifiedWashout() {
        return new ProposedDefinition(
                new BuildHash(protocol.build().hash()),
                new BuildHash(protocol.amended().hash()),
                VERSION_2,
                protocol.amended().metaDataVersionOid(),
                protocol.amended().name(),
                Optional.of(file("Amendment 1: the washout of earlier medication is clarified.")),
                Optional.of(TRAINING_2),
                Optional.of(new ProposedConsent(
                        CONSENT_2, Optional.of(file("Consent form " + CONSENT_2 + ", " + name())), true)));
    }

    private void amendAgain() {
        script.add(
                calendar.workday(-5),
                "10:20",
                BUILDER,
                new PublishProtocolVersion(
                        trial,
                        VERSION_3,
                        Optional.of(file("Amendment 2: blood pressure may be measured at home between visits."))));
    }

    private String name() {
        return protocol.build().studyName();
    }

    private DocumentHash file(String text) {
        return filing.apply(text.getBytes(StandardCharsets.UTF_8));
    }
}
