package org.indelible.casebook;

import static org.indelible.casebook.CasebookFixture.*;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.casebook.CheckEvent.CheckPrompted;
import org.indelible.casebook.CheckEvent.CheckQueryRaised;
import org.indelible.casebook.CheckEvent.CheckQuerySatisfied;
import org.indelible.casebook.RecordingCommand.InactivateItems;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.casebook.RecordingEvent.ItemsInactivated;
import org.indelible.shared.SaveId;
import org.junit.jupiter.api.Test;

/** Checks ask about what was saved; the question ends when the answer passes (R10, R46). */
class CheckQueriesTest {
    private static final String CHECK = "range:I.SYSBP:LE:250";
    private static final QueryId QUERY = new QueryId("check:save-1:0");
    private static final CheckQueryRaised RAISED = new CheckQueryRaised(
            QUERY,
            Builds.VITALS,
            Builds.SYSTOLIC,
            CHECK,
            false,
            Disclosable.of("I.SYSBP: '300' is not LE 250.", DisclosureClass.FREE_TEXT));

    @Test
    @Requirement({"R10", "R46"})
    void aValueThatDoesNotPassIsRecordedAsTypedAndQueried() {
        given(COORDINATOR, begun())
                .when(save(ItemEntry.first(Builds.SYSTOLIC, ItemContent.value("300"))))
                .expectEvents(recorded(first(Builds.SYSTOLIC, "300")), RAISED);
    }

    @Test
    @Requirement("R10")
    void theAnswerFirstGivenTheQuestionAndTheChangeAreAllInTheRecord() {
        RecordItems command = new RecordItems(
                ID,
                Builds.VITALS,
                List.of(ItemEntry.first(Builds.SYSTOLIC, ItemContent.value("130"))),
                SAVE,
                Optional.empty(),
                Optional.empty(),
                List.of(new Prompt(Builds.SYSTOLIC, CHECK, new ItemContent.Value("310", Optional.empty()))));
        given(COORDINATOR, begun())
                .when(command)
                .expectEvents(
                        new CheckPrompted(
                                Builds.VITALS,
                                List.of(new PromptedAnswer(
                                        Builds.SYSTOLIC,
                                        CHECK,
                                        Disclosable.of(Optional.of("310"), DisclosureClass.VALUE),
                                        Optional.empty()))),
                        recorded(first(Builds.SYSTOLIC, "130")));
    }

    @Test
    void whatStaysAsItWasPromptedIsNotToldTwice() {
        RecordItems command = new RecordItems(
                ID,
                Builds.VITALS,
                List.of(ItemEntry.first(Builds.SYSTOLIC, ItemContent.value("300"))),
                SAVE,
                Optional.empty(),
                Optional.empty(),
                List.of(new Prompt(Builds.SYSTOLIC, CHECK, new ItemContent.Value("300", Optional.empty()))));
        given(COORDINATOR, begun()).when(command).expectEvents(recorded(first(Builds.SYSTOLIC, "300")), RAISED);
    }

    @Test
    @Requirement("R10")
    void aCorrectionThatPassesClosesTheQuery() {
        given(COORDINATOR, begun(recorded(first(Builds.SYSTOLIC, "300")), RAISED))
                .when(saveBecause(REASON, change(Builds.SYSTOLIC, "130", 3)))
                .expectEvents(
                        new ItemsCorrected(
                                Builds.VITALS,
                                SAVE,
                                Builds.HASH,
                                Origin.SITE,
                                List.of(corrected(Builds.SYSTOLIC, 3, "130"))),
                        new CheckQuerySatisfied(QUERY));
    }

    @Test
    void aQueryThatIsOpenIsNotRaisedAgain() {
        given(COORDINATOR, begun(recorded(first(Builds.SYSTOLIC, "300")), RAISED))
                .when(saveBecause(REASON, change(Builds.SYSTOLIC, "290", 3)))
                .expectEvents(new ItemsCorrected(
                        Builds.VITALS, SAVE, Builds.HASH, Origin.SITE, List.of(corrected(Builds.SYSTOLIC, 3, "290"))));
    }

    @Test
    void anUntouchedValueIsNotAskedAboutAgainAfterItsQueryWasClosed() {
        given(COORDINATOR, begun(recorded(first(Builds.SYSTOLIC, "300")), RAISED, new ReviewEvent.QueryClosed(QUERY)))
                .when(save(ItemEntry.first(Builds.PULSE, ItemContent.value("70"))))
                .expectEvents(recorded(first(Builds.PULSE, "70")));
    }

    @Test
    @Requirement("R47")
    void inactivatingTheValueEndsTheQuestion() {
        given(COORDINATOR, begun(recorded(first(Builds.SYSTOLIC, "300")), RAISED))
                .when(new InactivateItems(ID, Builds.VITALS, List.of(Builds.SYSTOLIC), new SaveId("save-2"), REASON))
                .expectEvents(
                        new ItemsInactivated(
                                Builds.VITALS,
                                new SaveId("save-2"),
                                List.of(new InactivatedItem(Builds.SYSTOLIC, new Version(3))),
                                RECORDED),
                        new CheckQuerySatisfied(QUERY));
    }
}
