package org.indelible.account;

import static org.indelible.authority.Authorities.SITE;
import static org.indelible.authority.Authorities.TRIAL;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.account.AccountCommand.*;
import org.indelible.account.AccountEvent.*;
import org.indelible.account.SystemCommand.CertifySystemKey;
import org.indelible.account.SystemCommand.RecordClockChange;
import org.indelible.account.SystemEvent.*;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.junit.jupiter.api.Test;

class AccountAggregateTest {
    private static final AccountId ID = new AccountId("eve");
    private static final Reason REASON = Reason.of("Left the company");
    private static final RecordedReason RECORDED = RecordedReason.of(REASON);
    private static final SignInId SIGN_IN = new SignInId("s-1");
    private static final AuthorCertificate CERTIFICATE = new AuthorCertificate("k", "ZGVy", Instant.EPOCH);
    private static final AccountCreated CREATED =
            new AccountCreated(ID, Disclosable.of("Eve Example", DisclosureClass.IDENTITY), "Sponsor", false);
    private static final SignedIn SIGNED_IN = new SignedIn(
            SIGN_IN, AuthenticationMethod.PASSWORD, SecondFactor.NOT_DEMANDED, CERTIFICATE, Optional.empty());
    private final Authority administrator = Authorities.of(Role.ADMINISTRATOR);
    private final Authority system = Authorities.of(Role.SYSTEM, "sign-in");

    private static TestExecutor<AccountAggregate> given(Authority authority, AccountEvent... events) {
        AggregateTestFixture<AccountAggregate> fixture = new AggregateTestFixture<>(AccountAggregate.class);
        fixture.registerInjectableResource(authority);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static GrantRole grant(Role role, String id) {
        return new GrantRole(
                ID,
                id,
                role,
                "Sponsor",
                Optional.of(TRIAL),
                role.atSites() ? Optional.of(SITE) : Optional.empty(),
                Optional.empty());
    }

    private static RoleGranted granted(Role role, String id) {
        GrantRole grant = grant(role, id);
        return new RoleGranted(id, role, "Sponsor", grant.trial(), grant.site(), Optional.empty());
    }

    @Test
    @Requirement("R20")
    void aUserNameIsGivenOnceAndNeverAgain() {
        CreateAccount command = new CreateAccount(ID, "Eve Example", "Sponsor", false);

        given(administrator).when(command).expectEvents(CREATED);
        given(administrator, CREATED, new AccountDisabled(RECORDED))
                .when(command)
                .expectException(Refused.with("account-exists"));
        given(Authorities.of(Role.DATA_MANAGER)).when(command).expectException(Refused.with("act-not-permitted"));
    }

    @Test
    @Requirement("R22")
    void aRoleIsGrantedAndRevoked() {
        given(administrator, CREATED).when(grant(Role.MONITOR, "g-1")).expectEvents(granted(Role.MONITOR, "g-1"));
        given(administrator, CREATED, granted(Role.MONITOR, "g-1"))
                .when(new RevokeRole(ID, "g-1", REASON))
                .expectEvents(new RoleRevoked("g-1", RECORDED));
        given(administrator, CREATED)
                .when(new RevokeRole(ID, "g-1", REASON))
                .expectException(Refused.with("grant-unknown"));
    }

    @Test
    @Requirement("R54")
    void nobodyHoldsABlindedAndAnUnblindedRoleNorReturnsToABlindedOne() {
        given(administrator, CREATED, granted(Role.STATISTICIAN, "g-1"))
                .when(grant(Role.UNBLINDED_STATISTICIAN, "g-2"))
                .expectException(Refused.with("blinded-and-unblinded"));
        given(administrator, CREATED, granted(Role.UNBLINDED_MONITOR, "g-1"), new RoleRevoked("g-1", RECORDED))
                .when(grant(Role.MONITOR, "g-2"))
                .expectException(Refused.with("blinded-and-unblinded"));
    }

    @Test
    @Requirement("R54")
    void whoLeftABlindedRoleMayTakeAnUnblindedOne() {
        given(administrator, CREATED, granted(Role.MONITOR, "g-1"), new RoleRevoked("g-1", RECORDED))
                .when(grant(Role.UNBLINDED_MONITOR, "g-2"))
                .expectEvents(granted(Role.UNBLINDED_MONITOR, "g-2"));
    }

    @Test
    @Requirement("R23")
    void anAdministratorHoldsNoRoleInATrial() {
        given(administrator, CREATED, granted(Role.MONITOR, "g-1"))
                .when(grant(Role.ADMINISTRATOR, "g-2"))
                .expectException(Refused.with("administrators-hold-no-trial-role"));
        given(administrator, CREATED, granted(Role.ADMINISTRATOR, "g-1"))
                .when(grant(Role.MONITOR, "g-2"))
                .expectException(Refused.with("administrators-hold-no-trial-role"));
    }

    @Test
    @Requirement("R36")
    void theProofOfIdentityIsOnRecord() {
        given(administrator, CREATED)
                .when(new RecordIdentityProof(ID, "Passport seen", Optional.empty()))
                .expectEvents(new IdentityProofRecorded("Passport seen", Optional.empty()));
    }

    @Test
    void signInsSignOutsAndTheirFailuresAreOnRecord() {
        given(system, CREATED)
                .when(new RecordSignIn(
                        ID,
                        SIGN_IN,
                        AuthenticationMethod.PASSWORD,
                        SecondFactor.NOT_DEMANDED,
                        CERTIFICATE,
                        Optional.empty()))
                .expectEvents(SIGNED_IN);
        given(system, CREATED, SIGNED_IN)
                .when(new RecordSignOut(ID, SIGN_IN, "by-user"))
                .expectEvents(new SignedOut(SIGN_IN, "by-user"));
        given(system, CREATED, new SignInFailed(AuthenticationMethod.PASSWORD, 1))
                .when(new RecordSignInFailure(ID, AuthenticationMethod.PASSWORD))
                .expectEvents(new SignInFailed(AuthenticationMethod.PASSWORD, 2));
        given(system, CREATED).when(new RecordPasswordSet(ID)).expectEvents(new PasswordSet());
        given(administrator, CREATED).when(new RecordPasswordSet(ID)).expectEvents(new PasswordSet());
        given(Authorities.of(Role.DATA_MANAGER), CREATED)
                .when(new RecordPasswordSet(ID))
                .expectException(Refused.with("act-not-permitted"));
    }

    @Test
    void anOpenSignInGoesOnWithAnotherKeyAndAnEndedOneDoesNot() {
        given(system, CREATED, SIGNED_IN)
                .when(new ContinueSignIn(ID, SIGN_IN, CERTIFICATE))
                .expectEvents(new SignInContinued(SIGN_IN, CERTIFICATE));
        given(system, CREATED, SIGNED_IN, new SignedOut(SIGN_IN, "by-user"))
                .when(new ContinueSignIn(ID, SIGN_IN, CERTIFICATE))
                .expectException(Refused.with("sign-in-ended"));
    }

    @Test
    @Requirement("R27")
    void aLockedOutAccountSignsInAfterItWasUnlocked() {
        given(system, CREATED).when(new LockOut(ID, Optional.empty())).expectEvents(new LockedOut(Optional.empty()));
        given(system, CREATED, new LockedOut(Optional.empty()))
                .when(new RecordSignIn(
                        ID,
                        SIGN_IN,
                        AuthenticationMethod.PASSWORD,
                        SecondFactor.NOT_DEMANDED,
                        CERTIFICATE,
                        Optional.empty()))
                .expectException(Refused.with("account-not-active"));
        given(administrator, CREATED, new LockedOut(Optional.empty()))
                .when(new Unlock(ID, REASON))
                .expectEvents(new AccountUnlocked(RECORDED));
    }

    @Test
    @Requirement("R24")
    void disablingAnAccountEndsItsSignIns() {
        given(administrator, CREATED, SIGNED_IN)
                .when(new DisableAccount(ID, REASON))
                .expectEvents(new SignedOut(SIGN_IN, "account-disabled"), new AccountDisabled(RECORDED));
    }

    @Test
    @Requirement("R21")
    void aForbiddenActIsOnTheRecordOfWhoTriedIt() {
        given(system, CREATED)
                .when(new RecordForbiddenAttempt(
                        ID, "correct-data", "site-data-belongs-to-site", Optional.of(TRIAL), Optional.empty(), "api"))
                .expectEvents(new ForbiddenActAttempted(
                        "correct-data", "site-data-belongs-to-site", Optional.of(TRIAL), Optional.empty(), "api"));
    }

    @Test
    @Requirement("R11")
    void whatIsTakenOutIsOnTheRecordOfWhoTookItWithItsCheckpoint() {
        RecordDataExport command = new RecordDataExport(ID, TRIAL, 7, 9, "cm9vdA==", "audit-trail", "text/csv", "q=x");

        given(Authorities.of(Role.INSPECTOR, "eve"), CREATED)
                .when(command)
                .expectEvents(new DataExported(
                        TRIAL,
                        7,
                        9,
                        "cm9vdA==",
                        "audit-trail",
                        "text/csv",
                        Disclosable.of("q=x", DisclosureClass.FREE_TEXT)));
        given(Authorities.of(Role.INSPECTOR, "adam"), CREATED)
                .when(command)
                .expectException(Refused.with("not-in-anothers-name"));
        given(Authorities.of(Role.INSPECTOR, "eve"), CREATED, new AccountDisabled(RECORDED))
                .when(command)
                .expectException(Refused.with("account-not-active"));
    }

    @Test
    void theFirstKeyMakesASystemKnown() {
        AggregateTestFixture<SystemAggregate> fixture = new AggregateTestFixture<>(SystemAggregate.class);
        fixture.registerInjectableResource(system);
        AccountId name = new AccountId("import");

        fixture.givenNoPriorActivity()
                .when(new CertifySystemKey(name, "Imports", CERTIFICATE))
                .expectEvents(new SystemRegistered(name, "Imports"), new CertificateIssued(CERTIFICATE));
    }

    @Test
    @Requirement("R19")
    void aChangeOfTheClockIsOnRecord() {
        AggregateTestFixture<SystemAggregate> fixture = new AggregateTestFixture<>(SystemAggregate.class);
        fixture.registerInjectableResource(system);
        AccountId watch = new AccountId("clock");
        Instant expected = Instant.parse("2026-03-01T09:30:00Z");
        Instant said = expected.minusSeconds(3600);

        fixture.given(new SystemRegistered(watch, "watches the server's clock"))
                .when(new RecordClockChange(ClockChange.WHILE_RUNNING, expected, said))
                .expectEvents(new ClockChanged(ClockChange.WHILE_RUNNING, expected, said));
        AggregateTestFixture<SystemAggregate> byPerson = new AggregateTestFixture<>(SystemAggregate.class);
        byPerson.registerInjectableResource(administrator);
        byPerson.givenNoPriorActivity()
                .when(new RecordClockChange(ClockChange.BEHIND_LEDGER, expected, said))
                .expectException(Refused.with("act-not-permitted"));
    }
}
