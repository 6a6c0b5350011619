package org.indelible.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.account.AccountCommand.RecordOneTimeCodes;
import org.indelible.account.AccountCommand.RemovePasskey;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.portal.Acts;
import org.indelible.portal.Say;
import org.indelible.security.OneTimeCodes;
import org.indelible.security.PasskeyDirectory;
import org.indelible.security.RelyingParty;
import org.indelible.security.SecondFactorPolicy;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How one signs in: one's passkeys, and the generator of one-time codes (R26). */
@Controller
class OwnSecurityController {
    private final PasskeyDirectory passkeys;
    private final OneTimeCodes codes;
    private final SecondFactorPolicy policy;
    private final RelyingParty relyingParty;
    private final SignIn signIn;
    private final Commands commands;
    private final PlatformAuthor platform;
    private final Acts acts;
    private final Say say;

    OwnSecurityController(
            PasskeyDirectory passkeys,
            OneTimeCodes codes,
            SecondFactorPolicy policy,
            RelyingParty relyingParty,
            SignIn signIn,
            Commands commands,
            PlatformAuthor platform,
            Acts acts,
            Say say) {
        this.passkeys = passkeys;
        this.codes = codes;
        this.policy = policy;
        this.relyingParty = relyingParty;
        this.signIn = signIn;
        this.commands = commands;
        this.platform = platform;
        this.acts = acts;
        this.say = say;
    }

    @GetMapping("/security")
    String overview(@AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, Model model) {
        model.addAttribute("passkeys", passkeys.of(person.account()));
        model.addAttribute("passkeysPossible", relyingParty.of(request).isPresent());
        model.addAttribute("codes", codes.isSetUp(person.account()));
        model.addAttribute("demanded", policy.demandedOf(person));
        model.addAttribute("waived", policy.waivedFor(person));
        model.addAttribute("zone", ZoneOffset.UTC);
        return "accounts/security";
    }

    /** Whoever sits at an unattended screen takes no passkey out of use. */
    @PostMapping("/security/passkeys/remove")
    String remove(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        try {
            requireProof(person, password);
            acts.perform(
                    person,
                    new RemovePasskey(person.account(), credential, Reason.of("Taken out of use by its holder.")));
            return "redirect:/security";
        } catch (DomainRefusal refusal) {
            AccountRefusals.show(refusal, model);
            return overview(person, request, model);
        }
    }

    @GetMapping("/security/codes")
    String askCodes(@AuthenticationPrincipal SignedInPerson person, HttpServletRequest request, Model model) {
        if (codes.isSetUp(person.account())) {
            return "redirect:/security";
        }
        model.addAttribute("secret", codes.secretInWords(person.account()));
        model.addAttribute("demanded", policy.demandedOf(person));
        model.addAttribute("passkeysPossible", relyingParty.of(request).isPresent());
        return "accounts/codes";
    }

    /** The QR code as an image of its own: a page here holds nothing inline. */
    @GetMapping(value = "/security/codes/qr", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> qr(@AuthenticationPrincipal SignedInPerson person) {
        if (codes.isSetUp(person.account())) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(QrCode.png(codes.enrolment(person.account())));
    }

    @PostMapping("/security/codes")
    String setUpCodes(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            Model model) {
        try {
            requireProof(person, password);
            Optional<List<String>> recovery = codes.confirm(person.account(), code);
            if (recovery.isEmpty()) {
                throw new DomainRefusal("code-wrong", say.message("codes.wrong"), say.message("codes.wrong.cure"));
            }
            commands.send(new RecordOneTimeCodes(person.account()), Acting.onPage(platform.actor()));
            model.addAttribute("recovery", recovery.get());
            return "accounts/recovery";
        } catch (DomainRefusal refusal) {
            AccountRefusals.show(refusal, model);
            return askCodes(person, request, model);
        }
    }

    private void requireProof(SignedInPerson person, String password) {
        if (!signIn.provenAgain(person, password)) {
            throw new DomainRefusal("proof-wrong", say.message("password.wrong"), say.message("password.wrong.cure"));
        }
    }
}
