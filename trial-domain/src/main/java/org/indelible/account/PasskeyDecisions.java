package org.indelible.account;

import java.util.List;
import java.util.Optional;
import org.indelible.account.AccountCommand.RegisterPasskey;
import org.indelible.account.AccountCommand.RemovePasskey;
import org.indelible.account.AccountEvent.PasskeyRegistered;
import org.indelible.account.AccountEvent.PasskeyRemoved;
import org.indelible.account.AccountState.Known;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.passkey.Challenges;
import org.indelible.anchoring.passkey.PasskeyFormatException;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.PasskeyProof;
import org.indelible.shared.RecordedReason;

/** Passkeys: whose they are, and whether what one said binds the key of a sign-in. */
final class PasskeyDecisions {
    /** A person has a few devices; more is somebody filling the record. */
    private static final int MOST = 20;

    private PasskeyDecisions() {}

    static List<AccountEvent> register(Known account, RegisterPasskey command, Authority authority) {
        if (!authority.actor().account().equals(command.account())) {
            throw DomainRefusal.forbidden(
                    "not-in-anothers-name",
                    "A passkey is registered by the person who holds it.",
                    "Sign in as that person.");
        }
        if (account.credentials().pastPasskeys().contains(command.passkey().credential())) {
            throw new DomainRefusal(
                    "passkey-known", "This passkey is or was registered already.", "Use another device or key.");
        }
        if (account.credentials().passkeys().size() >= MOST) {
            throw new DomainRefusal(
                    "passkeys-too-many", "An account has at most " + MOST + " passkeys.", "Remove one first.");
        }
        return List.of(new PasskeyRegistered(command.passkey()));
    }

    static List<AccountEvent> remove(Known account, RemovePasskey command, Authority authority) {
        boolean own = authority.actor().account().equals(command.account());
        if (!own && authority.actor().role() != Role.ADMINISTRATOR) {
            throw DomainRefusal.forbidden(
                    "not-in-anothers-name",
                    "A passkey is removed by the person who holds it, or by an administrator.",
                    "Ask an administrator.");
        }
        if (!account.credentials().passkeys().containsKey(command.credential())) {
            throw new DomainRefusal("passkey-unknown", "There is no such passkey.", "Look at the list again.");
        }
        return List.of(new PasskeyRemoved(command.credential(), RecordedReason.of(command.reason())));
    }

    /** The assertion is by a passkey of the account, over the key, the account and the expiry of this certificate. */
    static void requireBinding(Known account, PasskeyProof proof, AuthorCertificate certificate) {
        RegisteredPasskey passkey = account.credentials().passkeys().get(proof.credential());
        Optional<String> problem = passkey == null
                ? Optional.of("it is by no passkey of this account")
                : problem(passkey, proof, certificate);
        problem.ifPresent(why -> {
            throw DomainRefusal.forbidden(
                    "passkey-not-accepted", "The passkey's answer was not accepted: " + why + ".", "Try again.");
        });
    }

    private static Optional<String> problem(
            RegisteredPasskey passkey, PasskeyProof proof, AuthorCertificate certificate) {
        try {
            byte[] challenge = Challenges.signIn(org.indelible.anchoring.certificate.AuthorCertificate.parse(
                    Base64Text.STANDARD.decode(certificate.der())));
            return passkey.passkey().problem(proof.assertion(), challenge);
        } catch (EncodingException | CertificateFormatException | PasskeyFormatException malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }
}
