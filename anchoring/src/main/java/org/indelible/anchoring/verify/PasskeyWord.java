package org.indelible.anchoring.verify;

import java.util.Optional;
import java.util.function.Function;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.certificate.CertificateFormatException;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.passkey.Assertion;
import org.indelible.anchoring.passkey.Challenges;
import org.indelible.anchoring.passkey.Passkey;
import org.indelible.anchoring.passkey.PasskeyFormatException;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import tools.jackson.databind.JsonNode;

/** What passkeys said, held against the platform entries that registered them. */
final class PasskeyWord {
    private static final String REGISTERED = "passkey-registered";
    private static final EntryReader READER = new EntryReader();

    private final Function<String, Optional<PlatformCertification>> platform;

    /** @param platform finds the platform entry with this hash */
    PasskeyWord(Function<String, Optional<PlatformCertification>> platform) {
        this.platform = platform;
    }

    /** Why the passkey's word in a sign-in does not bind the key it certified, if it does not. */
    Optional<String> problemOfSignIn(ParsedEntry signIn) {
        try {
            AuthorCertificate certificate = AuthorCertificate.parse(Base64Text.STANDARD.decode(
                    signIn.data().path("certificate").path("der").asString("")));
            return problem(
                    signIn.data().path("passkey"), certificate.subject().account(), Challenges.signIn(certificate));
        } catch (EncodingException | CertificateFormatException e) {
            return Optional.of("the certificate it is to bind is none: " + e.getMessage());
        }
    }

    /**
     * Why this is not the word of a passkey of the account on the challenge, if it is not.
     *
     * @param proof {@code {credential, registration, authenticatorData, clientData, signature}}
     */
    Optional<String> problem(JsonNode proof, String account, byte[] challenge) {
        String hash = text(proof, "registration");
        Optional<ParsedEntry> registration = platform.apply(hash)
                .filter(found -> found.isCitedRightly())
                .flatMap(found -> parse(found.compact()))
                .filter(entry -> entry.claims().evt().equals(REGISTERED));
        if (registration.isEmpty()) {
            return Optional.of(
                    "the platform entry " + hash + ", which is to have registered the passkey, is not there");
        }
        ParsedEntry registered = registration.get();
        if (!registered.claims().stream().equals("account:" + account)) {
            return Optional.of("the passkey belongs to " + registered.claims().stream() + ", not to " + account);
        }
        try {
            JsonNode passkey = registered.data().path("passkey");
            return new Passkey(
                            text(passkey, "credential"),
                            text(passkey, "cose"),
                            text(passkey, "relyingParty"),
                            text(passkey, "origin"))
                    .problem(
                            Assertion.of(
                                    text(proof, "credential"),
                                    text(proof, "authenticatorData"),
                                    text(proof, "clientData"),
                                    text(proof, "signature")),
                            challenge);
        } catch (PasskeyFormatException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static Optional<ParsedEntry> parse(String compact) {
        try {
            return Optional.of(READER.parse(compact));
        } catch (EntryFormatException none) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
