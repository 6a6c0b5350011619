package org.indelible.account;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.account.AccountCommand.RemovePasskey;
import org.indelible.authority.Role;
import org.indelible.portal.Acts;
import org.indelible.portal.Done;
import org.indelible.portal.Say;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.account.AccountRow;
import org.indelible.security.OneTimeCodes;
import org.indelible.security.PasskeyDirectory;
import org.indelible.security.Passwords;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Acts on an account: granting and revoking roles, a first password, unlocking, disabling. */
@Controller
@RequestMapping("/accounts/{account}/acts/{act}")
class AccountActController {
    private final AccountQueries accounts;
    private final GrantPlaces places;
    private final Acts acts;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final PasskeyDirectory passkeys;
    private final Say say;

    AccountActController(
            AccountQueries accounts,
            GrantPlaces places,
            Acts acts,
            Passwords passwords,
            OneTimeCodes codes,
            PasskeyDirectory passkeys,
            Say say) {
        this.accounts = accounts;
        this.places = places;
        this.acts = acts;
        this.passwords = passwords;
        this.codes = codes;
        this.passkeys = passkeys;
        this.say = say;
    }

    /** @param grant the role to revoke */
    @GetMapping
    String ask(
            @PathVariable String account, @PathVariable String act, @RequestParam Optional<String> grant, Model model) {
        AccountRow row = row(account);
        return show(row, act(act), AccountActForm.of(grant, row.organisation()), model);
    }

    @PostMapping
    String perform(
            @PathVariable String account,
            @PathVariable String act,
            AccountActForm form,
            @AuthenticationPrincipal SignedInPerson person,
            Model model,
            RedirectAttributes next) {
        AccountRow row = row(account);
        AccountAct chosen = act(act);
        try {
            perform(person, new AccountId(row.account()), chosen, form)
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:/accounts/" + row.account();
        } catch (DomainRefusal refusal) {
            AccountRefusals.show(refusal, model);
        } catch (IllegalArgumentException malformed) {
            AccountRefusals.show(
                    new DomainRefusal(
                            "place-malformed", say.message("accounts.where.malformed"), say.message("field.choose")),
                    model);
        }
        return show(row, chosen, form, model);
    }

    private Optional<Done> perform(SignedInPerson person, AccountId account, AccountAct act, AccountActForm form) {
        if (act.weighty() && !form.confirms(account.value())) {
            throw new DomainRefusal(
                    "not-confirmed", say.message("accounts.confirm.differs"), say.message("confirm.type", account));
        }
        if (act == AccountAct.PASSWORD) {
            Passwords.requireStrong(account, form.newPassword());
        }
        Optional<Done> done = acts.perform(person, form.toCommand(act, account));
        if (act == AccountAct.PASSWORD) {
            passwords.setFirst(account, form.newPassword());
        } else if (act == AccountAct.UNLOCK) {
            passwords.unlock(account);
        } else if (act == AccountAct.RESET_SECOND_FACTOR) {
            codes.remove(account);
            passkeys.of(account)
                    .forEach(known -> acts.perform(
                            person, new RemovePasskey(account, known.passkey().credential(), form.why())));
        }
        return done;
    }

    private String show(AccountRow row, AccountAct act, AccountActForm form, Model model) {
        Map<String, String> named = places.all();
        model.addAttribute("account", row);
        model.addAttribute("act", act);
        model.addAttribute("form", form);
        model.addAttribute("places", named);
        model.addAttribute("roles", roles());
        accounts.grantsOf(row.account()).stream()
                .filter(grant -> grant.grant().equals(form.grant()))
                .findFirst()
                .ifPresent(grant ->
                        model.addAttribute("revoked", say.role(grant.role()) + ", " + GrantPlaces.of(grant, named)));
        return "accounts/act";
    }

    private Map<String, String> roles() {
        Map<String, String> words = new LinkedHashMap<>();
        Arrays.stream(Role.values())
                .filter(role -> role != Role.SYSTEM)
                .forEach(role -> words.put(role.name(), say.role(role)));
        return words;
    }

    private AccountRow row(String account) {
        return accounts.account(account)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such account."));
    }

    private static AccountAct act(String code) {
        return AccountAct.of(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such act."));
    }
}
