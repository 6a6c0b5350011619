package org.indelible.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.indelible.account.AccountCommand.RegisterPasskey;
import org.indelible.anchoring.passkey.CredentialKey;
import org.indelible.anchoring.passkey.Passkey;
import org.indelible.anchoring.passkey.PasskeyFormatException;
import org.indelible.anchoring.passkey.Registration;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.portal.Acts;
import org.indelible.portal.Say;
import org.indelible.security.PasskeyDirectory;
import org.indelible.security.RelyingParty;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a passkey of whoever is signed in (WebAuthn section 7.1); they prove once more that it is them. */
@Controller
class PasskeyRegistrationController {
    private static final String ASKED = "passkey-registration";
    private static final int CHALLENGE_BYTES = 32;

    /** For navigator.credentials.create, with bytes in base64url. */
    record Options(
            String challenge,
            String relyingParty,
            String user,
            String name,
            String displayName,
            List<Integer> algorithms,
            List<String> exclude) {}

    private final PasskeyDirectory passkeys;
    private final RelyingParty relyingParty;
    private final SignIn signIn;
    private final Acts acts;
    private final Say say;
    private final SecureRandom random = new SecureRandom();

    PasskeyRegistrationController(
            PasskeyDirectory passkeys, RelyingParty relyingParty, SignIn signIn, Acts acts, Say say) {
        this.passkeys = passkeys;
        this.relyingParty = relyingParty;
        this.signIn = signIn;
        this.acts = acts;
        this.say = say;
    }

    @PostMapping("/security/passkeys/options")
    ResponseEntity<Options> options(@AuthenticationPrincipal SignedInPerson person, HttpServletRequest request) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        request.getSession().setAttribute(ASKED, Base64Text.URL.encode(challenge));
        byte[] user = Sha256.of(person.username().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Options(
                        Base64Text.URL.encode(challenge),
                        site(request).id(),
                        Base64Text.URL.encode(user),
                        person.username(),
                        person.printedName(),
                        List.of(CredentialKey.ES256, CredentialKey.EDDSA),
                        passkeys.of(person.account()).stream()
                                .map(known -> known.passkey().credential())
                                .toList()));
    }

    @PostMapping("/security/passkeys")
    String register(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String clientData,
            @RequestParam(defaultValue = "") String attestation,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            if (!signIn.provenAgain(person, password)) {
                throw new DomainRefusal(
                        "proof-wrong", say.message("password.wrong"), say.message("password.wrong.cure"));
            }
            Passkey passkey = read(clientData, attestation, request);
            acts.perform(person, new RegisterPasskey(person.account(), RegisteredPasskey.of(passkey)))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
        } catch (DomainRefusal refusal) {
            next.addFlashAttribute("refusedBecause", refusal.getMessage() + " " + refusal.cure());
        }
        return "redirect:/security";
    }

    private Passkey read(String clientData, String attestation, HttpServletRequest request) {
        RelyingParty.Site site = site(request);
        try {
            return Registration.read(clientData, attestation, asked(request.getSession()), site.id(), site.origin());
        } catch (PasskeyFormatException | EncodingException refused) {
            throw new DomainRefusal(
                    "passkey-not-accepted", say.message("passkey.refused"), say.message("passkey.refused.cure"));
        }
    }

    /** Each challenge is asked once. */
    private static byte[] asked(HttpSession session) throws EncodingException {
        @Nullable Object challenge = session.getAttribute(ASKED);
        session.removeAttribute(ASKED);
        return Base64Text.URL.decode(challenge == null ? "" : challenge.toString());
    }

    private RelyingParty.Site site(HttpServletRequest request) {
        return relyingParty
                .of(request)
                .orElseThrow(() -> new DomainRefusal(
                        "passkeys-not-configured", say.message("passkey.none"), say.message("passkey.none.cure")));
    }
}
