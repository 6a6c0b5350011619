package org.indelible.account;

import org.indelible.account.AccountCommand.RecordPasswordSet;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.portal.Say;
import org.indelible.security.Passwords;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password, known to nobody else: changed at will, and before anything else where an administrator set the first one (R26, R34). */
@Controller
class OwnPasswordController {
    private final Passwords passwords;
    private final SignIn signIn;
    private final Commands commands;
    private final PlatformAuthor platform;
    private final Say say;

    OwnPasswordController(Passwords passwords, SignIn signIn, Commands commands, PlatformAuthor platform, Say say) {
        this.passwords = passwords;
        this.signIn = signIn;
        this.commands = commands;
        this.platform = platform;
        this.say = say;
    }

    @GetMapping("/password")
    String ask(@AuthenticationPrincipal SignedInPerson person, Model model) {
        model.addAttribute("first", passwords.isFirst(person.account()));
        return "accounts/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String current,
            @RequestParam String password,
            @AuthenticationPrincipal SignedInPerson person,
            Model model) {
        try {
            change(person, current, password);
            return "redirect:/";
        } catch (DomainRefusal refusal) {
            AccountRefusals.show(refusal, model);
            return ask(person, model);
        }
    }

    private void change(SignedInPerson person, String current, String password) {
        Passwords.requireStrong(person.account(), password);
        if (password.equals(current)) {
            throw new DomainRefusal("password-not-new", say.message("password.same"), say.message("password.another"));
        }
        if (!signIn.provenAgain(person, current)) {
            throw new DomainRefusal(
                    "authentication-failed", say.message("password.wrong"), say.message("password.wrong.cure"));
        }
        commands.send(new RecordPasswordSet(person.account()), Acting.onPage(platform.actor()));
        passwords.set(person.account(), password);
    }
}
