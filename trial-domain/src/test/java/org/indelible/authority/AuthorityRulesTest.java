package org.indelible.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.indelible.authority.Authorities.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.AuthorityFacts.AccountFacts;
import org.indelible.authority.AuthorityFacts.SiteFacts;
import org.indelible.authority.AuthorityFacts.TrialFacts;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrainingVersion;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorityRulesTest {
    private static final AccountId SOMEBODY = new AccountId("somebody");
    private static final TrainingVersion TRAINING = new TrainingVersion("T1");
    private static final Delegation DELEGATION = new Delegation(
            "d-1",
            SOMEBODY,
            Set.of(Duty.ENTER_DATA),
            LocalDate.parse("2026-03-01"),
            Optional.of(LocalDate.parse("2026-03-10")),
            true,
            Optional.empty());

    private static Authority evaluate(Role role, Delegation delegation, boolean trained, String at) {
        return AuthorityRules.evaluate(
                facts(role, TrialKind.PRODUCTION, false, delegation, trained),
                actor(role, "somebody"),
                Instant.parse(at));
    }

    private static AuthorityFacts facts(
            Role role, TrialKind kind, boolean demo, Delegation delegation, boolean trained) {
        RoleGrant grant =
                new RoleGrant("g-1", role, "Site 01", Optional.of(TRIAL), Optional.of(SITE), Optional.empty());
        return new AuthorityFacts(
                new AccountFacts(SOMEBODY, Optional.of("Dr. S"), true, demo, false, List.of(grant)),
                Optional.of(new TrialFacts(TRIAL, kind, TrialStatus.OPEN, Optional.empty(), Set.of(), Map.of())),
                Optional.of(new SiteFacts(
                        SITE,
                        ZoneId.of("Europe/Berlin"),
                        Optional.empty(),
                        List.of(delegation),
                        trained ? List.of(new Training(SOMEBODY, TRAINING, LocalDate.parse("2026-02-01"))) : List.of(),
                        List.of(APPROVAL),
                        Optional.of(new ActivatedBuild(
                                BUILD, PROTOCOL, Optional.of(TRAINING), AmendmentApplication.PROSPECTIVE)))),
                Optional.empty());
    }

    private static Optional<String> code(Authority authority, Act act) {
        return authority.refusal(act).map(DomainRefusal::code);
    }

    @Test
    @Requirement("R25")
    void aDutyIsHeldFromTheFirstToTheLastDayInTheZoneOfTheSite() {
        assertThat(code(evaluate(Role.COORDINATOR, DELEGATION, true, "2026-02-28T22:59:59Z"), Act.RECORD_DATA))
                .contains("duty-not-delegated");
        assertThat(code(evaluate(Role.COORDINATOR, DELEGATION, true, "2026-02-28T23:00:00Z"), Act.RECORD_DATA))
                .isEmpty();
        assertThat(code(evaluate(Role.COORDINATOR, DELEGATION, true, "2026-03-10T22:59:59Z"), Act.RECORD_DATA))
                .isEmpty();
        assertThat(code(evaluate(Role.COORDINATOR, DELEGATION, true, "2026-03-10T23:00:00Z"), Act.RECORD_DATA))
                .contains("duty-not-delegated");
    }

    @Test
    @Requirement("R25")
    void aDelegationTheDelegateHasNotSignedGivesNothing() {
        Delegation unsigned = new Delegation(
                "d-1", SOMEBODY, DELEGATION.duties(), DELEGATION.from(), Optional.empty(), false, Optional.empty());

        assertThat(code(evaluate(Role.COORDINATOR, unsigned, true, "2026-03-03T09:00:00Z"), Act.RECORD_DATA))
                .contains("duty-not-delegated");
    }

    @Test
    @Requirement("R62")
    void withoutTheTrainingTheBuildAsksForNothingIsEntered() {
        assertThat(code(evaluate(Role.COORDINATOR, DELEGATION, false, "2026-03-03T09:00:00Z"), Act.RECORD_DATA))
                .contains("training-missing");
    }

    @Test
    @Requirement("R60")
    void anExpiredApprovalBringsInNobodyNew() {
        Delegation open = new Delegation(
                "d-1", SOMEBODY, DELEGATION.duties(), DELEGATION.from(), Optional.empty(), true, Optional.empty());
        Authority later = evaluate(Role.COORDINATOR, open, true, "2027-01-01T09:00:00Z");

        assertThat(code(later, Act.REGISTER_PARTICIPANT)).contains("ethics-approval-missing");
        assertThat(code(later, Act.RECORD_DATA)).isEmpty();
    }

    @Test
    void aRoleThatIsNotHeldGivesNothing() {
        Authority pretender = AuthorityRules.evaluate(
                facts(Role.COORDINATOR, TrialKind.TEST, false, DELEGATION, true),
                actor(Role.INVESTIGATOR, "somebody"),
                NOW);

        assertThat(code(pretender, Act.RECORD_DATA)).contains("role-not-held");
    }

    @Test
    void aDemonstrationAccountActsOnTestTrialsOnly() {
        Authority real = AuthorityRules.evaluate(
                facts(Role.COORDINATOR, TrialKind.PRODUCTION, true, DELEGATION, true),
                actor(Role.COORDINATOR, "somebody"),
                NOW);

        assertThat(code(real, Act.RECORD_DATA)).contains("demo-account-test-trials-only");
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    @Requirement("R23")
    void anAdministratorTakesNoPartInATrial(Act act) {
        Authority administrator = of(Role.ADMINISTRATOR);

        assertThat(administrator.permits(act))
                .isEqualTo(act == Act.ADMINISTER_ACCOUNTS || act == Act.RECOVER_LEDGER || act == Act.KEEP_OWN_PASSKEYS);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    @Requirement("R44")
    void noSponsorRoleDoesWhatChangesDataOfTheSite(Act act) {
        for (Role role : Role.values()) {
            if (role.side() == Side.SPONSOR && act.changesSiteData()) {
                assertThat(code(of(role), act)).contains("site-data-belongs-to-site");
            }
        }
    }

    /** Taking evidence or data away changes nothing, nor does how one signs in. */
    @ParameterizedTest
    @EnumSource(
            value = Act.class,
            names = {"EXPORT_EVIDENCE", "EXPORT_DATA", "KEEP_OWN_PASSKEYS"},
            mode = EnumSource.Mode.EXCLUDE)
    void anInspectorChangesNothing(Act act) {
        assertThat(of(Role.INSPECTOR).permits(act)).isFalse();
    }
}
