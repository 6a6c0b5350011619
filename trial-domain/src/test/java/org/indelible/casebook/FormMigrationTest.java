package org.indelible.casebook;

import static org.indelible.casebook.CasebookFixture.*;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.Role;
import org.indelible.casebook.LifecycleEvent.BuildAdopted;
import org.indelible.casebook.LockEvent.FormFrozen;
import org.indelible.casebook.RecordingCommand.InactivateItems;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.casebook.RecordingEvent.ItemsInactivated;
import org.indelible.casebook.RecordingEvent.ItemsRecorded;
import org.indelible.casebook.SigningEvent.FormSigned;
import org.indelible.casebook.VisitCommand.MigrateForm;
import org.indelible.casebook.VisitEvent.FormMigrated;
import org.indelible.shared.Refused;
import org.indelible.shared.SignatureMeaning;
import org.junit.jupiter.api.Test;

/** Migration of begun forms: the amended build of {@link Builds} has lost the pulse and the adverse event form. */
@Requirement("R61")
class FormMigrationTest {
    private static final MigrateForm MOVE = new MigrateForm(ID, Builds.VITALS, Optional.empty());
    private static final BuildAdopted ADOPTED = new BuildAdopted(Builds.HASH, Builds.AMENDED_HASH);
    private static final ItemsRecorded BOTH = recorded(first(Builds.SYSTOLIC, "120"), first(Builds.PULSE, "71"));
    private static final FormMigrated MOVED =
            new FormMigrated(Builds.VITALS, Builds.HASH, Builds.AMENDED_HASH, 1, Optional.empty());
    private static final FormSigned SIGNED = new FormSigned(
            Builds.VITALS,
            FreshSignature.of(INVESTIGATOR, SignatureMeaning.APPROVAL, Authorities.evidence(INVESTIGATOR)),
            new Version(3),
            List.of());
    private final Authority coordinator = Authorities.retrospectively(COORDINATOR, Builds.AMENDED_HASH);

    @Test
    void aBegunFormMovesOnAndWhatHasNoPlaceAnyMoreIsCounted() {
        given(coordinator, begun(BOTH, ADOPTED)).when(MOVE).expectEvents(MOVED);
    }

    @Test
    void aSignedFormMovesOnWithAReasonOnlyAndItsSignatureGoesStale() {
        MigrateForm because = new MigrateForm(ID, Builds.VITALS, Optional.of(REASON));
        FormMigrated moved =
                new FormMigrated(Builds.VITALS, Builds.HASH, Builds.AMENDED_HASH, 1, Optional.of(RECORDED));

        given(coordinator, begun(BOTH, SIGNED, ADOPTED)).when(MOVE).expectException(Refused.with("form-signed"));
        given(coordinator, begun(BOTH, SIGNED, ADOPTED)).when(because).expectEvents(moved);

        CasebookState state = CasebookState.NONE;
        long seq = 0;
        for (CasebookEvent event : begun(BOTH, SIGNED, ADOPTED, moved)) {
            state = state.evolve(event, seq++);
        }
        org.assertj.core.api.Assertions.assertThat(
                        state.registered().orElseThrow().signatures().currentFor(Builds.VITALS))
                .isFalse();
    }

    @Test
    void whatStaysWhereItIs() {
        given(coordinator, begun(BOTH)).when(MOVE).expectException(Refused.with("nothing-to-migrate"));
        given(coordinator, begun(ADOPTED)).when(MOVE).expectException(Refused.with("nothing-to-migrate"));
        given(coordinator, begun(BOTH, ADOPTED, MOVED)).when(MOVE).expectException(Refused.with("nothing-to-migrate"));
        given(coordinator, begun(BOTH, ADOPTED, new FormFrozen(Builds.VITALS)))
                .when(MOVE)
                .expectException(Refused.with("form-frozen"));
        given(Authorities.withBuild(COORDINATOR, Builds.AMENDED_HASH), begun(BOTH, ADOPTED))
                .when(MOVE)
                .expectException(Refused.with("amendment-prospective"));
        ItemsRecorded event = new ItemsRecorded(
                Builds.LOG_LINE, SAVE, Builds.HASH, Origin.SITE, List.of(first(Builds.TERM, "Headache")));
        given(coordinator, begun(event, ADOPTED))
                .when(new MigrateForm(ID, Builds.LOG_LINE, Optional.empty()))
                .expectException(Refused.with("form-not-in-build"));
    }

    @Test
    @Requirement("R44")
    void theSponsorMovesNoFormOfASite() {
        Authority manager = Authorities.retrospectively(Authorities.of(Role.DATA_MANAGER), Builds.AMENDED_HASH);
        given(manager, begun(BOTH, ADOPTED)).when(MOVE).expectException(Refused.with("site-data-belongs-to-site"));
    }

    @Test
    void anOrphanedValueIsCorrectedAndInactivatedAndNoneIsAdded() {
        given(coordinator, begun(BOTH, ADOPTED, MOVED))
                .when(saveBecause(REASON, change(Builds.PULSE, "72", 3)))
                .expectEvents(new ItemsCorrected(
                        Builds.VITALS,
                        SAVE,
                        Builds.AMENDED_HASH,
                        Origin.SITE,
                        List.of(corrected(Builds.PULSE, 3, "72"))));
        given(coordinator, begun(BOTH, ADOPTED, MOVED))
                .when(new InactivateItems(ID, Builds.VITALS, List.of(Builds.PULSE), SAVE, REASON))
                .expectEvents(new ItemsInactivated(
                        Builds.VITALS, SAVE, List.of(new InactivatedItem(Builds.PULSE, new Version(3))), RECORDED));
        given(coordinator, begun(recorded(first(Builds.SYSTOLIC, "120")), ADOPTED, MOVED))
                .when(save(change(Builds.PULSE, "72", -1)))
                .expectException(Refused.with("unknown-oid"));
    }
}
