package org.indelible.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.account.AccountCommand.RecordSignIn;
import org.indelible.account.AccountCommand.RegisterPasskey;
import org.indelible.account.AccountCommand.RemovePasskey;
import org.indelible.account.AccountEvent.AccountCreated;
import org.indelible.account.AccountEvent.PasskeyRegistered;
import org.indelible.account.AccountEvent.PasskeyRemoved;
import org.indelible.account.AccountEvent.SignedIn;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.certificate.AuthorSubject;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.passkey.Challenges;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.SoftwarePasskey;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.EntryHash;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.junit.jupiter.api.Test;

@Requirement({"R16", "R26"})
class PasskeyTest {
    private static final AccountId ID = new AccountId("eve");
    private static final SignInId SIGN_IN = new SignInId("s-1");
    private static final Instant FROM = Instant.parse("2026-03-01T08:00:00Z");
    private static final Reason LOST = Reason.of("Lost on a train");
    private static final EntryHash REGISTRATION = new EntryHash("A".repeat(43));
    private static final AccountCreated CREATED =
            new AccountCreated(ID, Disclosable.of("Eve Example", DisclosureClass.IDENTITY), "Sponsor", false);

    private final SoftwarePasskey device = SoftwarePasskey.es256();
    private final RegisteredPasskey passkey = RegisteredPasskey.of(device.passkey());
    private final PasskeyRegistered registered = new PasskeyRegistered(passkey);
    private final Authority system = Authorities.of(Role.SYSTEM, "sign-in");
    private final Authority eve = Authorities.of(Role.MONITOR, "eve");
    private final AuthorKey key = key("eve");

    private static AuthorKey key(String account) {
        return Authors.authority()
                .newAuthorKey(new AuthorSubject(account, "Sponsor", List.of("MONITOR")), FROM, FROM.plusSeconds(3600));
    }

    private static TestExecutor<AccountAggregate> given(Authority authority, AccountEvent... events) {
        AggregateTestFixture<AccountAggregate> fixture = new AggregateTestFixture<>(AccountAggregate.class);
        fixture.registerInjectableResource(authority);
        return fixture.given((Object[]) events);
    }

    private PasskeyProof proof(byte[] challenge) {
        var assertion = device.sign(challenge);
        return new PasskeyProof(
                passkey.credential(),
                REGISTRATION,
                Base64Text.URL.encode(assertion.authenticatorData()),
                Base64Text.URL.encode(assertion.clientData()),
                Base64Text.URL.encode(assertion.signature()));
    }

    private RecordSignIn signIn(PasskeyProof proof) {
        return new RecordSignIn(
                ID,
                SIGN_IN,
                AuthenticationMethod.PASSKEY,
                SecondFactor.PROVEN,
                new AuthorCertificate(
                        key.kid(),
                        Base64Text.STANDARD.encode(key.certificate().der()),
                        key.certificate().notAfter()),
                Optional.of(proof));
    }

    @Test
    void aPasskeyIsRegisteredByItsHolderAndNeverComesBack() {
        given(eve, CREATED).when(new RegisterPasskey(ID, passkey)).expectEvents(registered);
        given(Authorities.of(Role.ADMINISTRATOR), CREATED)
                .when(new RegisterPasskey(ID, passkey))
                .expectException(Refused.with("not-in-anothers-name"));
        given(eve, CREATED, registered, new PasskeyRemoved(passkey.credential(), RecordedReason.of(LOST)))
                .when(new RegisterPasskey(ID, passkey))
                .expectException(Refused.with("passkey-known"));
    }

    @Test
    void itIsRemovedByItsHolderOrAnAdministratorOnly() {
        RemovePasskey command = new RemovePasskey(ID, passkey.credential(), LOST);
        PasskeyRemoved removed = new PasskeyRemoved(passkey.credential(), RecordedReason.of(LOST));

        given(eve, CREATED, registered).when(command).expectEvents(removed);
        given(Authorities.of(Role.ADMINISTRATOR), CREATED, registered)
                .when(command)
                .expectEvents(removed);
        given(Authorities.of(Role.DATA_MANAGER, "mallory"), CREATED, registered)
                .when(command)
                .expectException(Refused.with("not-in-anothers-name"));
        given(eve, CREATED).when(command).expectException(Refused.with("passkey-unknown"));
    }

    @Test
    void theAssertionBindsTheKeyOfTheSignIn() {
        RecordSignIn command = signIn(proof(Challenges.signIn(key.certificate())));

        given(system, CREATED, registered)
                .when(command)
                .expectEvents(new SignedIn(
                        SIGN_IN,
                        AuthenticationMethod.PASSKEY,
                        SecondFactor.PROVEN,
                        command.certificate(),
                        command.passkey()));
    }

    @Test
    void anAssertionOverAnotherKeyOrByAnUnknownPasskeyBindsNothing() {
        given(system, CREATED, registered)
                .when(signIn(proof(Challenges.signIn(key("eve").certificate()))))
                .expectException(Refused.with("passkey-not-accepted"));
        given(system, CREATED)
                .when(signIn(proof(Challenges.signIn(key.certificate()))))
                .expectException(Refused.with("passkey-not-accepted"));
    }
}
