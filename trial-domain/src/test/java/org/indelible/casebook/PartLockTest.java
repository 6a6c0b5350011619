package org.indelible.casebook;

import static org.indelible.casebook.CasebookFixture.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.casebook.DeviationCommand.AssessDeviation;
import org.indelible.casebook.DeviationEvent.DeviationAssessed;
import org.indelible.casebook.DraftCommand.DiscardDraft;
import org.indelible.casebook.DraftCommand.NoteLeftDraft;
import org.indelible.casebook.DraftEvent.DraftDiscarded;
import org.indelible.casebook.LifecycleEvent.DeviationRaised;
import org.indelible.casebook.PartLockCommand.FreezePart;
import org.indelible.casebook.PartLockCommand.LockPart;
import org.indelible.casebook.PartLockCommand.UnfreezePart;
import org.indelible.casebook.PartLockCommand.UnlockPart;
import org.indelible.casebook.PartLockEvent.PartFrozen;
import org.indelible.casebook.PartLockEvent.PartLocked;
import org.indelible.casebook.PartLockEvent.PartUnfrozen;
import org.indelible.casebook.ReviewCommand.CloseQuery;
import org.indelible.casebook.ReviewCommand.RaiseQuery;
import org.indelible.casebook.ReviewCommand.ReviewForm;
import org.indelible.casebook.ReviewEvent.FormReviewed;
import org.indelible.casebook.ReviewEvent.QueryClosed;
import org.indelible.shared.AccountId;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;

/** Freezing and locking down to the item, review of forms, drafts that come to nothing, deviations and what is done about them. */
class PartLockTest {
    private static final PartScope ITEM = PartScope.of(Builds.VITALS, Builds.SYSTOLIC);
    private static final PartScope VISIT_SCOPE = PartScope.of(Builds.BASELINE);

    @Test
    void aFrozenItemTakesNoChangeWhileItsNeighbourDoes() {
        given(COORDINATOR, begun(SYSTOLIC_120, new PartFrozen(ITEM)))
                .when(saveBecause(REASON, change(Builds.SYSTOLIC, "130", 3)))
                .expectException(Refused.with("item-frozen"));
        given(COORDINATOR, begun(SYSTOLIC_120, new PartFrozen(ITEM)))
                .when(save(ItemEntry.first(Builds.PULSE, ItemContent.value("70"))))
                .expectEvents(recorded(first(Builds.PULSE, "70")));
    }

    @Test
    @Requirement("R49")
    void aFrozenVisitTakesNoData() {
        given(COORDINATOR, begun(new PartFrozen(VISIT_SCOPE)))
                .when(save(ItemEntry.first(Builds.SYSTOLIC, ItemContent.value("120"))))
                .expectException(Refused.with("form-frozen"));
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new FreezePart(ID, VISIT_SCOPE))
                .expectEvents(new PartFrozen(VISIT_SCOPE));
        given(MONITOR, begun(SYSTOLIC_120, new PartFrozen(VISIT_SCOPE)))
                .when(new UnfreezePart(ID, VISIT_SCOPE, REASON))
                .expectEvents(new PartUnfrozen(VISIT_SCOPE, RECORDED));
    }

    @Test
    @Requirement({"R48", "R49"})
    void aVisitIsLockedWithItsUnsignedFormsNamedAndNotOverAnOpenQuery() {
        given(DATA_MANAGER, begun(SYSTOLIC_120))
                .when(new LockPart(ID, VISIT_SCOPE, Optional.empty()))
                .expectException(Refused.with("unsigned-forms"));
        given(DATA_MANAGER, begun(SYSTOLIC_120))
                .when(new LockPart(ID, VISIT_SCOPE, Optional.of(REASON)))
                .expectEvents(new PartLocked(VISIT_SCOPE, List.of(Builds.VITALS), Optional.of(RECORDED)));
        given(DATA_MANAGER, begun(SYSTOLIC_120, raised(false)))
                .when(new LockPart(ID, VISIT_SCOPE, Optional.of(REASON)))
                .expectException(Refused.with("open-queries"));
    }

    @Test
    @Requirement({"R49", "R50"})
    void aLockedFormTakesNothingAndOpensOnlyWithTheInvestigatorsAuthorisation() {
        PartLocked locked = new PartLocked(PartScope.of(Builds.VITALS), List.of(), Optional.empty());
        given(COORDINATOR, begun(SYSTOLIC_120, locked))
                .when(saveBecause(REASON, change(Builds.SYSTOLIC, "130", 3)))
                .expectException(Refused.with("part-locked"));
        given(MONITOR, begun(SYSTOLIC_120, locked))
                .when(new RaiseQuery(ID, new QueryId("q"), Builds.VITALS, Optional.of(Builds.SYSTOLIC), "Why?"))
                .expectException(Refused.with("part-locked"));
        given(DATA_MANAGER, begun(SYSTOLIC_120, locked))
                .when(new UnlockPart(ID, PartScope.of(Builds.VITALS), REASON))
                .expectException(Refused.with("unlock-not-authorised"));
    }

    @Test
    void theSiteFreezesAndLocksNothing() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(new FreezePart(ID, ITEM))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void aFormIsReviewedAsItWasSeen() {
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new ReviewForm(ID, Builds.VITALS, new Version(3)))
                .expectEvents(new FormReviewed(Builds.VITALS, new Version(3)));
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new ReviewForm(ID, Builds.VITALS, new Version(2)))
                .expectException(Refused.with("data-point-changed"));
    }

    @Test
    @Requirement("R48")
    void aHardCheckThatIsLetStandIsADeviation() {
        given(DATA_MANAGER, begun(recorded(first(Builds.SYSTOLIC, "a lot")), raised(true)))
                .when(new CloseQuery(ID, new QueryId("check:save-1:0")))
                .expectEvents(
                        new QueryClosed(new QueryId("check:save-1:0")),
                        new DeviationRaised(
                                DeviationKind.HARD_CHECK_OVERRIDDEN,
                                Optional.of(Builds.BASELINE),
                                Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT)));
    }

    @Test
    void aDeviationIsAssessedOnceItIsOnRecord() {
        DeviationRaised deviation = new DeviationRaised(
                DeviationKind.OTHER,
                Optional.empty(),
                Disclosable.of(Optional.of("Wrong arm"), DisclosureClass.FREE_TEXT));
        AssessDeviation assess = new AssessDeviation(
                ID, new Version(3), DeviationGrade.MAJOR, "Staff trained again", Optional.empty(), true);
        given(MONITOR, begun(deviation))
                .when(assess)
                .expectEvents(new DeviationAssessed(
                        new Version(3),
                        DeviationGrade.MAJOR,
                        Disclosable.of("Staff trained again", DisclosureClass.FREE_TEXT),
                        Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT),
                        true));
        given(MONITOR, begun()).when(assess).expectException(Refused.with("deviation-unknown"));
    }

    @Test
    @Requirement("R28")
    void aDiscardedDraftLeavesNoWordOfWhatWasTyped() {
        given(COORDINATOR, begun())
                .when(new DiscardDraft(ID, Builds.VITALS))
                .expectEvents(
                        new DraftDiscarded(Builds.VITALS, COORDINATOR.actor().account()));
        given(COORDINATOR, begun())
                .when(new NoteLeftDraft(ID, Builds.VITALS, new AccountId("coordinator"), Instant.EPOCH))
                .expectException(Refused.with("act-not-permitted"));
    }

    private static CheckEvent.CheckQueryRaised raised(boolean hard) {
        return new CheckEvent.CheckQueryRaised(
                new QueryId("check:save-1:0"),
                Builds.VITALS,
                Builds.SYSTOLIC,
                "type:I.SYSBP",
                hard,
                Disclosable.of("Please check", DisclosureClass.FREE_TEXT));
    }
}
