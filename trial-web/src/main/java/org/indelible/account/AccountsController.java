package org.indelible.account;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.account.AccountRow;
import org.indelible.readmodel.account.RoleGrant;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has an account, in which roles, since when; and making one. */
@Controller
class AccountsController {
    private static final int SIGN_INS = 10;

    private final AccountQueries accounts;
    private final GrantPlaces places;
    private final Acts acts;
    private final Say say;

    AccountsController(AccountQueries accounts, GrantPlaces places, Acts acts, Say say) {
        this.accounts = accounts;
        this.places = places;
        this.acts = acts;
        this.say = say;
    }

    /** One line of the list. */
    public record Line(AccountRow account, List<String> roles) {
        boolean tells(String words) {
            return Stream.concat(Stream.of(account.account(), account.name(), account.organisation()), roles.stream())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
        }
    }

    /** A role with the place where it holds, in words. */
    public record Held(RoleGrant grant, String where) {}

    /** What is typed for a new account. */
    public record NewAccount(
            @Nullable String account,
            @Nullable String name,
            @Nullable String organisation) {}

    @GetMapping("/accounts")
    String list(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status, Model model) {
        Map<String, List<String>> roles = accounts.grantsHeld().stream()
                .collect(Collectors.groupingBy(
                        RoleGrant::account, Collectors.mapping(grant -> say.role(grant.role()), Collectors.toList())));
        List<Line> lines = accounts.accounts().stream()
                .filter(account -> status.isEmpty() || account.status().equals(status))
                .map(account -> new Line(
                        account,
                        roles.getOrDefault(account.account(), List.of()).stream()
                                .distinct()
                                .toList()))
                .filter(line -> line.tells(q.strip()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "lockedOut",
                accounts.accounts().stream()
                        .filter(account -> account.status().equals("locked"))
                        .map(AccountRow::name)
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("zone", ZoneOffset.UTC);
        return "accounts/list";
    }

    @GetMapping("/accounts/new")
    String ask(Model model) {
        model.addAttribute("form", new NewAccount(null, null, null));
        return "accounts/new";
    }

    @PostMapping("/accounts/new")
    String create(
            NewAccount form, @AuthenticationPrincipal SignedInPerson person, Model model, RedirectAttributes next) {
        try {
            AccountId account = new AccountId(AtField.needed(form.account(), "account"));
            acts.perform(
                            person,
                            new CreateAccount(
                                    account,
                                    AtField.needed(form.name(), "name"),
                                    AtField.needed(form.organisation(), "organisation"),
                                    person.demo()))
                    .ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:/accounts/" + account;
        } catch (DomainRefusal refusal) {
            AccountRefusals.show(refusal, model);
        } catch (IllegalArgumentException malformed) {
            AccountRefusals.show(
                    new DomainRefusal(
                            "account-malformed", say.message("accounts.malformed"), say.message("accounts.user.help")),
                    model);
        }
        model.addAttribute("form", form);
        return "accounts/new";
    }

    @GetMapping("/accounts/{account}")
    String account(@PathVariable String account, Model model) {
        AccountRow row = accounts.account(account)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such account."));
        Map<String, String> named = places.all();
        List<Held> grants = accounts.grantsOf(account).stream()
                .map(grant -> new Held(grant, GrantPlaces.of(grant, named)))
                .toList();
        model.addAttribute("account", row);
        model.addAttribute(
                "held",
                grants.stream().filter(held -> held.grant().revoked().isEmpty()).toList());
        model.addAttribute(
                "ended",
                grants.stream()
                        .filter(held -> held.grant().revoked().isPresent())
                        .toList());
        model.addAttribute("signIns", accounts.signIns(account, SIGN_INS));
        model.addAttribute("acts", AccountAct.offered(row));
        model.addAttribute("zone", ZoneOffset.UTC);
        return "accounts/account";
    }
}
