package org.indelible.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.indelible.casebook.Builds.*;
import static org.indelible.casebook.CasebookFixture.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.ImportPurpose;
import org.indelible.casebook.LifecycleEvent.ConsentWithdrawn;
import org.indelible.casebook.LifecycleEvent.DeviationRaised;
import org.indelible.casebook.LockEvent.FormFrozen;
import org.indelible.casebook.RecordingCommand.*;
import org.indelible.casebook.RecordingEvent.*;
import org.indelible.casebook.VisitEvent.VisitStarted;
import org.indelible.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {

    @Test
    @Requirement("R01")
    void firstValuesNeedNoReason() {
        given(COORDINATOR, begun())
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.value("120"))))
                .expectEvents(SYSTOLIC_120);
    }

    @Test
    @Requirement("R68")
    void theStudyBuildDecidesTheClassOfAnItem() {
        given(COORDINATOR, begun())
                .when(save(
                        ItemEntry.first(SYSTOLIC, ItemContent.value("120")),
                        ItemEntry.first(COMMENT, ItemContent.value("tired")),
                        ItemEntry.first(HOSPITAL_NUMBER, ItemContent.value("4711")),
                        ItemEntry.first(KIT_COLOUR, ItemContent.value("blue"))))
                .expectEvents(recorded(
                        first(SYSTOLIC, "120", DisclosureClass.VALUE),
                        first(COMMENT, "tired", DisclosureClass.FREE_TEXT),
                        first(HOSPITAL_NUMBER, "4711", DisclosureClass.IDENTITY),
                        first(KIT_COLOUR, "blue", DisclosureClass.ALLOCATION)));
    }

    @Test
    @Requirement("R03")
    void onlyTheItemThatChangedIsRecordedAndCitesTheOldValue() {
        given(COORDINATOR, begun(recorded(first(SYSTOLIC, "120"), first(PULSE, "70"))))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3), change(PULSE, "70", 3)))
                .expectEvents(
                        new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130"))));
    }

    @Test
    @Requirement("R45")
    void aChangeWithoutAReasonIsRefused() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(save(change(SYSTOLIC, "130", 3)))
                .expectException(Refused.with("reason-required"));
    }

    @Test
    @Requirement("R45")
    void clearingAndNullFlavoursNeedAReasonToo() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(save(new ItemEntry(
                        SYSTOLIC, new ItemContent.Cleared(), Optional.empty(), Optional.of(new Version(3)))))
                .expectException(Refused.with("reason-required"));
        given(COORDINATOR, begun())
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.absent(NullFlavour.NOT_DONE))))
                .expectException(Refused.with("reason-required"));
    }

    @Test
    @Requirement("R45")
    void aNullFlavourIsRecordedWithItsReason() {
        given(COORDINATOR, begun())
                .when(saveBecause(REASON, ItemEntry.first(SYSTOLIC, ItemContent.absent(NullFlavour.NOT_DONE))))
                .expectEvents(recorded(new RecordedItem(
                        SYSTOLIC,
                        Disclosable.of(Optional.empty(), DisclosureClass.VALUE),
                        Optional.of(NullFlavour.NOT_DONE),
                        Optional.empty(),
                        Optional.of(RECORDED))));
    }

    @Test
    void sendingTheSameAgainChangesNothing() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(save(ItemEntry.imported(SYSTOLIC, ItemContent.value("120"), Optional.empty())))
                .expectNoEvents();
    }

    @Test
    void whoeverSawAnEarlierVersionIsToldWhatChanged() {
        ItemsCorrected meanwhile =
                new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130")));

        given(COORDINATOR, begun(SYSTOLIC_120, meanwhile))
                .when(saveBecause(REASON, change(SYSTOLIC, "140", 3)))
                .expectException(Refused.with("data-point-changed"));
    }

    @Test
    void whatTheStudyBuildDoesNotDefineIsRefused() {
        given(COORDINATOR, begun())
                .when(save(ItemEntry.first(GROUP.item("I.NONE"), ItemContent.value("1"))))
                .expectException(Refused.with("unknown-oid"));
    }

    @Test
    @Requirement("R46")
    void impossibleValuesAreRecordedAsTyped() {
        given(COORDINATOR, begun())
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.value("a lot"))))
                .expectEvents(
                        recorded(first(SYSTOLIC, "a lot")),
                        new CheckEvent.CheckQueryRaised(
                                new QueryId("check:save-1:0"),
                                VITALS,
                                SYSTOLIC,
                                "type:I.SYSBP",
                                true,
                                Disclosable.of("I.SYSBP: 'a lot' is not a valid integer.", DisclosureClass.FREE_TEXT)));
    }

    @ParameterizedTest
    @EnumSource(
            value = org.indelible.authority.Role.class,
            names = {"MONITOR", "DATA_MANAGER", "STATISTICIAN", "CODER", "SAFETY_PHYSICIAN", "STUDY_BUILDER"})
    @Requirement("R44")
    void noRoleOfTheSponsorChangesDataOfTheSite(org.indelible.authority.Role role) {
        Authority sponsor = withBuild(role);

        given(sponsor, begun(SYSTOLIC_120))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectException(Refused.with("site-data-belongs-to-site"));
        given(sponsor, begun(SYSTOLIC_120))
                .when(new InactivateItems(ID, VITALS, List.of(SYSTOLIC), SAVE, REASON))
                .expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    @Requirement("R44")
    void aDataManagerWhoImportsForTheSiteIsRefused() {
        given(Authorities.importing(ImportPurpose.SITE, HASH, Set.of()), begun())
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.value("120"))))
                .expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    @Requirement("R44")
    void aTransferNeverTouchesWhatASiteEntered() {
        Authority transfer = Authorities.importing(ImportPurpose.TRANSFER, HASH, Set.of("I.SYSBP"));

        given(transfer, begun(SYSTOLIC_120))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectException(Refused.with("site-data-belongs-to-site"));
        given(transfer, begun())
                .when(save(ItemEntry.first(PULSE, ItemContent.value("70"))))
                .expectException(Refused.with("not-in-transfer-agreement"));
    }

    @Test
    @Requirement("R15")
    void aMigrationInventsNeitherConsentNorDeviation() {
        given(Authorities.importing(ImportPurpose.MIGRATION, HASH, Set.of()), REGISTERED)
                .when(save(ItemEntry.imported(SYSTOLIC, ItemContent.value("120"), Optional.empty())))
                .expectEvents(
                        new VisitStarted(BASELINE, Optional.empty()),
                        new ItemsRecorded(VITALS, SAVE, HASH, Origin.MIGRATION, List.of(first(SYSTOLIC, "120"))));
    }

    @Test
    @Requirement("R48")
    void aProcedureBeforeConsentIsRecordedAndRaisesADeviation() {
        given(COORDINATOR, REGISTERED)
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.value("120"))))
                .expectEvents(
                        new VisitStarted(BASELINE, Optional.empty()),
                        new DeviationRaised(
                                DeviationKind.PROCEDURE_BEFORE_CONSENT,
                                Optional.of(BASELINE),
                                Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT)),
                        SYSTOLIC_120);
    }

    @Test
    @Requirement("R47")
    void nothingIsDeletedButInactivatedWithAReason() {
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(new InactivateItems(ID, VITALS, List.of(SYSTOLIC), SAVE, REASON))
                .expectEvents(new ItemsInactivated(
                        VITALS, SAVE, List.of(new InactivatedItem(SYSTOLIC, new Version(3))), RECORDED));
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(new InactivateGroup(ID, VITALS, GROUP, SAVE, REASON))
                .expectEvents(new GroupInactivated(VITALS, SAVE, GROUP, RECORDED));
        given(COORDINATOR, begun(SYSTOLIC_120))
                .when(new InactivateForm(ID, VITALS, SAVE, REASON))
                .expectEvents(new FormInactivated(VITALS, SAVE, RECORDED));
    }

    @Test
    @Requirement("R47")
    void anInactivatedKeyIsNotUsedAgain() {
        given(COORDINATOR, begun(SYSTOLIC_120, new GroupInactivated(VITALS, SAVE, GROUP, RECORDED)))
                .when(saveBecause(REASON, change(SYSTOLIC, "1", 4)))
                .expectException(Refused.with("inactivated"));
    }

    @Test
    void aFrozenFormIsNotEdited() {
        given(COORDINATOR, begun(SYSTOLIC_120, new FormFrozen(VITALS)))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectException(Refused.with("form-frozen"));
    }

    @Test
    @Requirement("R67")
    void afterAWithdrawalOnlyObservationsUpToItsDayAndCorrectionsGoOn() {
        ConsentWithdrawn withdrawn =
                new ConsentWithdrawn(TODAY.minusDays(10), WithdrawalScope.ALL_COLLECTION, Optional.empty());
        LocalDate before = TODAY.minusDays(11);

        given(COORDINATOR, begun(withdrawn))
                .when(save(ItemEntry.first(SYSTOLIC, ItemContent.value("120"))))
                .expectException(Refused.with("collection-stopped"));
        given(COORDINATOR, begun(withdrawn))
                .when(new RecordItems(
                        ID,
                        VITALS,
                        List.of(ItemEntry.first(SYSTOLIC, ItemContent.value("120"))),
                        SAVE,
                        Optional.empty(),
                        Optional.of(before)))
                .expectEvents(SYSTOLIC_120);
        given(COORDINATOR, begun(SYSTOLIC_120, withdrawn))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectEvents(
                        new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130"))));
    }

    @Test
    void anErasedValueCanStillBeCorrected() {
        RecordedItem erased = new RecordedItem(
                SYSTOLIC,
                new Erased<>(DisclosureClass.VALUE, "d".repeat(43)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        given(COORDINATOR, begun(recorded(erased)))
                .when(saveBecause(REASON, change(SYSTOLIC, "130", 3)))
                .expectEvents(
                        new ItemsCorrected(VITALS, SAVE, HASH, Origin.SITE, List.of(corrected(SYSTOLIC, 3, "130"))));
    }

    @Test
    void aLargeSaveBecomesSeveralEventsBelowTheSizeOfAnEntry() {
        List<RecordedItem> items = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            items.add(first(new GroupRef("IG.AE", new RepeatKey("row-" + row)).item("I.TERM"), "Headache"));
        }

        List<List<RecordedItem>> parts = EntrySize.split(items, EntrySize::of);

        assertThat(parts).hasSizeGreaterThan(4);
        assertThat(parts.stream().flatMap(List::stream).toList()).isEqualTo(items);
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.stream().mapToInt(EntrySize::of).sum()).isLessThanOrEqualTo(EntrySize.BUDGET));
    }
}
