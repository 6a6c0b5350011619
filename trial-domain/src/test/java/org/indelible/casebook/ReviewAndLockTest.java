package org.indelible.casebook;

import static org.indelible.casebook.Builds.*;
import static org.indelible.casebook.CasebookFixture.*;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.casebook.LockCommand.*;
import org.indelible.casebook.LockEvent.*;
import org.indelible.casebook.ReviewCommand.*;
import org.indelible.casebook.ReviewEvent.*;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.junit.jupiter.api.Test;

class ReviewAndLockTest {
    private static final QueryId QUERY = new QueryId("q-1");
    private static final Disclosable<String> TEXT = Disclosable.of("Please check", DisclosureClass.FREE_TEXT);
    private static final QueryRaised RAISED = new QueryRaised(QUERY, VITALS, Optional.of(SYSTOLIC), Role.MONITOR, TEXT);
    private static final QueryAnswered ANSWERED = new QueryAnswered(QUERY, TEXT);
    private static final CasebookLocked LOCKED = new CasebookLocked(List.of(VITALS), Optional.of(RECORDED));

    @Test
    void verificationBindsToTheVersionThatWasSeen() {
        VerifiedItem seen = new VerifiedItem(SYSTOLIC, new Version(3));

        given(MONITOR, begun(SYSTOLIC_120))
                .when(new VerifyItems(ID, VITALS, List.of(seen)))
                .expectEvents(new ItemsVerified(VITALS, List.of(seen)));
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new VerifyItems(ID, VITALS, List.of(new VerifiedItem(SYSTOLIC, new Version(2)))))
                .expectException(Refused.with("data-point-changed"));
    }

    @Test
    @Requirement("R09")
    void aQueryIsRaisedAnsweredAndClosed() {
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new RaiseQuery(ID, QUERY, VITALS, Optional.of(SYSTOLIC), "Please check"))
                .expectEvents(RAISED);
        given(COORDINATOR, begun(SYSTOLIC_120, RAISED))
                .when(new AnswerQuery(ID, QUERY, "Please check"))
                .expectEvents(ANSWERED);
        given(MONITOR, begun(SYSTOLIC_120, RAISED, ANSWERED))
                .when(new CloseQuery(ID, QUERY))
                .expectEvents(new QueryClosed(QUERY));
        given(MONITOR, begun(SYSTOLIC_120, RAISED, ANSWERED))
                .when(new ReopenQuery(ID, QUERY, "Please check"))
                .expectEvents(new QueryReopened(QUERY, TEXT));
    }

    @Test
    void aSiteAnswersButNeverCloses() {
        given(COORDINATOR, begun(SYSTOLIC_120, RAISED, ANSWERED))
                .when(new CloseQuery(ID, QUERY))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void aQueryIsCancelledByTheRoleThatRaisedIt() {
        given(MONITOR, begun(SYSTOLIC_120, RAISED))
                .when(new CancelQuery(ID, QUERY, REASON))
                .expectEvents(new QueryCancelled(QUERY, RECORDED));
        given(DATA_MANAGER, begun(SYSTOLIC_120, RAISED))
                .when(new CancelQuery(ID, QUERY, REASON))
                .expectException(Refused.with("query-of-another-role"));
    }

    @Test
    void aFormIsFrozenAndUnfrozen() {
        given(DATA_MANAGER, begun(SYSTOLIC_120))
                .when(new FreezeForm(ID, VITALS))
                .expectEvents(new FormFrozen(VITALS));
        given(DATA_MANAGER, begun(SYSTOLIC_120, new FormFrozen(VITALS)))
                .when(new UnfreezeForm(ID, VITALS, REASON))
                .expectEvents(new FormUnfrozen(VITALS, RECORDED));
    }

    @Test
    @Requirement("R49")
    void aCasebookIsLockedWithNothingOutstandingOrWithWhatIsListed() {
        given(DATA_MANAGER, begun(SYSTOLIC_120, RAISED))
                .when(new LockCasebook(ID, Optional.of(REASON)))
                .expectException(Refused.with("open-queries"));
        given(DATA_MANAGER, begun(SYSTOLIC_120))
                .when(new LockCasebook(ID, Optional.empty()))
                .expectException(Refused.with("unsigned-forms"));
        given(DATA_MANAGER, begun(SYSTOLIC_120))
                .when(new LockCasebook(ID, Optional.of(REASON)))
                .expectEvents(LOCKED);
    }

    @Test
    @Requirement("R50")
    void aLockedCasebookChangesOnlyAfterAnInvestigatorAuthorisedTheUnlocking() {
        CasebookUnlockAuthorised authorised = new CasebookUnlockAuthorised(
                FreshSignature.of(INVESTIGATOR, SignatureMeaning.APPROVAL, Authorities.evidence(INVESTIGATOR)),
                RECORDED);

        given(COORDINATOR, begun(SYSTOLIC_120, LOCKED))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectException(Refused.with("casebook-locked"));
        given(DATA_MANAGER, begun(SYSTOLIC_120, LOCKED))
                .when(new UnlockCasebook(ID, REASON))
                .expectException(Refused.with("unlock-not-authorised"));
        given(INVESTIGATOR, begun(SYSTOLIC_120, LOCKED))
                .when(new AuthoriseUnlock(ID, REASON, Authorities.evidence(INVESTIGATOR)))
                .expectEvents(authorised);
        given(DATA_MANAGER, begun(SYSTOLIC_120, LOCKED, authorised))
                .when(new UnlockCasebook(ID, REASON))
                .expectEvents(new CasebookUnlocked(INVESTIGATOR.actor().account(), RECORDED));
    }
}
