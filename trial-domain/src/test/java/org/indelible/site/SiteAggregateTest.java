package org.indelible.site;

import static org.indelible.authority.Authorities.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Duty;
import org.indelible.authority.EthicsApproval;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SiteId;
import org.indelible.shared.TrainingVersion;
import org.indelible.site.SiteCommand.*;
import org.indelible.site.SiteEvent.*;
import org.junit.jupiter.api.Test;

class SiteAggregateTest {
    private static final SiteId ID = new SiteId(TRIAL, SITE);
    private static final BuildHash ANOTHER_BUILD = new BuildHash("C".repeat(43));
    private static final Reason REASON = Reason.of("Left the site");
    private static final SiteOpened OPENED = new SiteOpened(ID, "Clinic", "DE", ZoneId.of("Europe/Berlin"));
    private static final AccountId COORDINATOR = new AccountId("coordinator");
    private final Authority dataManager = of(Role.DATA_MANAGER);
    private final Authority investigator = of(Role.INVESTIGATOR);
    private final Authority coordinator = of(Role.COORDINATOR);
    private final DutyDelegated delegated = new DutyDelegated(
            "d-1",
            COORDINATOR,
            List.of(Duty.ENTER_DATA, Duty.CORRECT_DATA),
            TODAY,
            Optional.empty(),
            FreshSignature.of(investigator, SignatureMeaning.RESPONSIBILITY, evidence(investigator)));

    private static TestExecutor<SiteAggregate> given(Authority authority, SiteEvent... events) {
        AggregateTestFixture<SiteAggregate> fixture = new AggregateTestFixture<>(SiteAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    @Test
    void aSiteOpensOnceWithATimeZoneOfItsOwn() {
        OpenSite command = new OpenSite(ID, "Clinic", "DE", ZoneId.of("Europe/Berlin"));

        given(dataManager).when(command).expectEvents(OPENED);
        given(dataManager, OPENED).when(command).expectException(Refused.with("site-already-opened"));
        given(coordinator).when(command).expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void theSponsorNamesThePrincipalInvestigator() {
        given(dataManager, OPENED)
                .when(new NamePrincipalInvestigator(ID, new AccountId("investigator"), TODAY))
                .expectEvents(new PrincipalInvestigatorNamed(new AccountId("investigator"), TODAY));
    }

    @Test
    @Requirement("R60")
    void aBuildIsActivatedOnlyWithAValidApprovalOfItsProtocolVersion() {
        EthicsApprovalRecorded approved = new EthicsApprovalRecorded(APPROVAL);
        EthicsApprovalRecorded ofAnotherVersion = new EthicsApprovalRecorded(new EthicsApproval(
                APPROVAL.committee(),
                APPROVAL.document(),
                List.of(new ProtocolVersion("2.0")),
                List.of(),
                APPROVAL.approvedOn(),
                APPROVAL.expiresOn()));
        ActivateBuild command = new ActivateBuild(ID, BUILD, AmendmentApplication.PROSPECTIVE);

        given(coordinator, OPENED).when(new RecordEthicsApproval(ID, APPROVAL)).expectEvents(approved);
        given(dataManager, OPENED).when(command).expectException(Refused.with("ethics-approval-missing"));
        given(dataManager, OPENED, ofAnotherVersion)
                .when(command)
                .expectException(Refused.with("ethics-approval-missing"));
        given(dataManager, OPENED, approved)
                .when(command)
                .expectEvents(new BuildActivated(BUILD, PROTOCOL, Optional.empty(), AmendmentApplication.PROSPECTIVE));
        given(dataManager, OPENED, approved)
                .when(new ActivateBuild(ID, ANOTHER_BUILD, AmendmentApplication.PROSPECTIVE))
                .expectException(Refused.with("study-build-unknown"));
    }

    @Test
    @Requirement({"R59", "R60"})
    void aBuildOfTheProtocolVersionInForceNeedsNoOtherApproval() {
        BuildActivated before =
                new BuildActivated(ANOTHER_BUILD, PROTOCOL, Optional.empty(), AmendmentApplication.PROSPECTIVE);

        given(dataManager, OPENED, before)
                .when(new ActivateBuild(ID, BUILD, AmendmentApplication.RETROSPECTIVE))
                .expectEvents(
                        new BuildActivated(BUILD, PROTOCOL, Optional.empty(), AmendmentApplication.RETROSPECTIVE));
    }

    @Test
    @Requirement("R25")
    void thePrincipalInvestigatorDelegatesAndTheDelegateAccepts() {
        given(investigator, OPENED)
                .when(new DelegateDuty(
                        ID,
                        "d-1",
                        COORDINATOR,
                        Set.of(Duty.CORRECT_DATA, Duty.ENTER_DATA),
                        TODAY,
                        Optional.empty(),
                        evidence(investigator)))
                .expectEvents(delegated);
        given(coordinator, OPENED, delegated)
                .when(new AcceptDelegation(ID, "d-1", evidence(coordinator)))
                .expectEvents(new DelegationAccepted(
                        "d-1", FreshSignature.of(coordinator, SignatureMeaning.RESPONSIBILITY, evidence(coordinator))));
        given(coordinator, OPENED)
                .when(new DelegateDuty(
                        ID, "d-1", COORDINATOR, Set.of(Duty.SIGN), TODAY, Optional.empty(), evidence(coordinator)))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    @Requirement("R35")
    void nobodyAcceptsForAnother() {
        given(investigator, OPENED, delegated)
                .when(new AcceptDelegation(ID, "d-1", evidence(investigator)))
                .expectException(Refused.with("signature-of-another"));
    }

    @Test
    @Requirement("R25")
    void aDelegationEnds() {
        given(investigator, OPENED, delegated)
                .when(new EndDelegation(ID, "d-1", TODAY, REASON))
                .expectEvents(new DelegationEnded("d-1", TODAY, RecordedReason.of(REASON)));
        given(investigator, OPENED)
                .when(new EndDelegation(ID, "d-1", TODAY, REASON))
                .expectException(Refused.with("delegation-unknown"));
    }

    @Test
    @Requirement("R62")
    void trainingIsRecordedAfterItTookPlace() {
        TrainingVersion version = new TrainingVersion("T1");
        LocalDate tomorrow = TODAY.plusDays(1);

        given(investigator, OPENED)
                .when(new RecordTraining(ID, COORDINATOR, version, TODAY))
                .expectEvents(new TrainingRecorded(COORDINATOR, version, TODAY));
        given(investigator, OPENED)
                .when(new RecordTraining(ID, COORDINATOR, version, tomorrow))
                .expectException(Refused.with("training-in-future"));
    }

    @Test
    void aSiteCloses() {
        given(Authorities.of(Role.MONITOR), OPENED)
                .when(new CloseSite(ID, REASON))
                .expectEvents(new SiteClosed(RecordedReason.of(REASON)));
    }
}
