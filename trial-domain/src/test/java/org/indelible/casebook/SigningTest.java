package org.indelible.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.indelible.casebook.Builds.*;
import static org.indelible.casebook.CasebookFixture.*;

import java.util.List;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.FreshSignature;
import org.indelible.casebook.LockEvent.FormFrozen;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.casebook.ReviewCommand.OpenForm;
import org.indelible.casebook.ReviewEvent.FormOpened;
import org.indelible.casebook.ReviewEvent.ItemsVerified;
import org.indelible.casebook.SigningCommand.*;
import org.indelible.casebook.SigningEvent.*;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.EntryHash;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.indelible.shared.SignatureRecord;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final List<ShownEntry> SHOWN =
            List.of(new ShownEntry(new EntryHash("E".repeat(43)), List.of("d".repeat(43))));
    private static final AuthenticationEvidence EVIDENCE = Authorities.evidence(INVESTIGATOR);
    private static final SignatureRecord SIGNATURE = FreshSignature.of(INVESTIGATOR, SignatureMeaning.REVIEW, EVIDENCE);
    private static final FormSigned SIGNED = new FormSigned(VITALS, SIGNATURE, new Version(3), SHOWN);

    private static SignForm sign(AuthenticationEvidence evidence, long seen) {
        return new SignForm(ID, VITALS, SignatureMeaning.REVIEW, evidence, SHOWN, new Version(seen));
    }

    private static CasebookState stateAfter(CasebookEvent... events) {
        CasebookState state = CasebookState.NONE;
        for (int seq = 0; seq < events.length; seq++) {
            state = state.evolve(events[seq], seq);
        }
        return state;
    }

    private static boolean current(CasebookEvent... events) {
        return stateAfter(events).registered().orElseThrow().signatures().currentFor(VITALS);
    }

    @Test
    @Requirement("R31")
    @Requirement("R33")
    void aSignatureHoldsNameTimeMeaningAndWhatWasShown() {
        given(INVESTIGATOR, begun(SYSTOLIC_120)).when(sign(EVIDENCE, 3)).expectEvents(SIGNED);
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(new SignVisit(ID, BASELINE, SignatureMeaning.REVIEW, EVIDENCE, SHOWN, new Version(3)))
                .expectEvents(new VisitSigned(BASELINE, SIGNATURE, new Version(3), SHOWN));
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(new SignCasebook(ID, SignatureMeaning.REVIEW, EVIDENCE, SHOWN, new Version(3)))
                .expectEvents(new CasebookSigned(SIGNATURE, new Version(3), SHOWN));
    }

    @Test
    @Requirement("R34")
    void theFirstSignatureOfASignInNeedsTwoComponentsAndLaterOnesOne() {
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(sign(Authorities.evidence(INVESTIGATOR, 1, true, Authorities.NOW), 3))
                .expectException(Refused.with("authentication-incomplete"));
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(sign(Authorities.evidence(INVESTIGATOR, 1, false, Authorities.NOW), 3))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Requirement("R34")
    void anOldAuthenticationSignsNothing() {
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(sign(Authorities.evidence(INVESTIGATOR, 2, true, Authorities.NOW.minusSeconds(600)), 3))
                .expectException(Refused.with("authentication-not-fresh"));
    }

    @Test
    @Requirement("R35")
    void nobodySignsForAnother() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(sign(EVIDENCE, 3))
                .expectException(Refused.with("signature-of-another"));
        given(MONITOR, begun(SYSTOLIC_120))
                .when(sign(Authorities.evidence(MONITOR), 3))
                .expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    @Requirement("R33")
    void whatChangedSinceItWasShownIsNotSigned() {
        ItemsCorrected change =
                new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130")));

        given(INVESTIGATOR, begun(SYSTOLIC_120, change))
                .when(sign(EVIDENCE, 3))
                .expectException(Refused.with("data-point-changed"));
        given(INVESTIGATOR, begun()).when(sign(EVIDENCE, 3)).expectException(Refused.with("nothing-to-sign"));
    }

    @Test
    @Requirement("R37")
    void aSignatureGoesStaleWithAChangeAndStaysInTheHistory() {
        CasebookEvent[] changed = begun(
                SYSTOLIC_120,
                SIGNED,
                new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130"))));

        assertThat(current(begun(SYSTOLIC_120, SIGNED))).isTrue();
        assertThat(current(changed)).isFalse();
        assertThat(stateAfter(changed).registered().orElseThrow().signatures().all())
                .hasSize(1);
    }

    @Test
    @Requirement("R37")
    void verificationAndFreezingLeaveASignatureCurrent() {
        assertThat(current(begun(
                        SYSTOLIC_120,
                        SIGNED,
                        new ItemsVerified(VITALS, List.of(new VerifiedItem(SYSTOLIC, new Version(3)))),
                        new FormFrozen(VITALS))))
                .isTrue();
    }

    @Test
    @Requirement("R38")
    void whatWhoSignsHasOpenedIsRecordedOncePerStateOfTheForm() {
        OpenForm open = new OpenForm(ID, VITALS, new Version(9));
        FormOpened opened = new FormOpened(VITALS, INVESTIGATOR.actor().account(), new Version(3));
        ItemsCorrected change =
                new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130")));

        given(INVESTIGATOR, begun(SYSTOLIC_120)).when(open).expectEvents(opened);
        given(INVESTIGATOR, begun(SYSTOLIC_120, opened)).when(open).expectNoEvents();
        given(INVESTIGATOR, begun(SYSTOLIC_120, opened, change))
                .when(open)
                .expectEvents(new FormOpened(VITALS, INVESTIGATOR.actor().account(), new Version(5)));
        given(INVESTIGATOR, begun()).when(open).expectNoEvents();
        assertThat(current(begun(SYSTOLIC_120, SIGNED, opened))).isTrue();
    }

    @Test
    @Requirement("R38")
    void aStateThatWasNotShownWasNotOpened() {
        given(INVESTIGATOR, begun(SYSTOLIC_120))
                .when(new OpenForm(ID, VITALS, new Version(2)))
                .expectNoEvents();
        given(MONITOR, begun(SYSTOLIC_120))
                .when(new OpenForm(ID, VITALS, new Version(3)))
                .expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    @Requirement("R45")
    void aFirstValueAfterTheSignatureNeedsAReason() {
        given(COORDINATOR, begun(SYSTOLIC_120, SIGNED))
                .when(save(ItemEntry.first(PULSE, ItemContent.value("70"))))
                .expectException(Refused.with("reason-required"));
    }
}
