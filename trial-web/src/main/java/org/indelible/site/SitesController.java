package org.indelible.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.authority.Role;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.site.Delegation;
import org.indelible.readmodel.site.Permission;
import org.indelible.readmodel.site.SiteDetail;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.Training;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Sites, and what is on file at one. */
@Controller
class SitesController {
    private final SiteQueries sites;
    private final AccountQueries accounts;
    private final Clock clock;
    private final Say say;

    SitesController(SiteQueries sites, AccountQueries accounts, Clock clock, Say say) {
        this.sites = sites;
        this.accounts = accounts;
        this.clock = clock;
        this.say = say;
    }

    @GetMapping("/trials/{trial}/sites")
    String list(TrialPage page, Tables tables, Model model) {
        model.addAttribute("sites", SiteTable.of(tables, sites.sites(page.asOf())));
        return "sites/list";
    }

    /** @param day for which "who may do what" is told; today where it is absent */
    @GetMapping("/trials/{trial}/sites/{site}")
    String site(
            TrialPage page,
            @PathVariable String site,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            Tables tables,
            Model model) {
        SiteDetail detail = sites.site(page.asOf(), site)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such site."));
        LocalDate on = day.orElseGet(() -> page.asOf()
                .lastEntryAt()
                .filter(at -> page.past() || at.isAfter(clock.instant()))
                .orElseGet(clock::instant)
                .atZone(detail.summary().zone())
                .toLocalDate());
        List<Permission> permissions = sites.permissions(page.asOf(), site, on);
        model.addAttribute("site", detail);
        model.addAttribute("day", on);
        Map<String, String> names = names(detail, permissions);
        model.addAttribute("names", names);
        model.addAttribute("permissions", tables.of("who", columns(names), permissions));
        model.addAttribute("acts", SiteAct.offered(page));
        model.addAttribute("readsAmendments", page.person().role() != Role.PARTICIPANT);
        model.addAttribute(
                "toAccept",
                detail.delegations().stream()
                        .filter(row -> row.account().equals(page.person().username())
                                && !row.accepted()
                                && row.ended().isEmpty())
                        .toList());
        return "sites/site";
    }

    private List<Column<Permission>> columns(Map<String, String> names) {
        return List.of(
                Column.text("person", "sites.person", row -> names.getOrDefault(row.account(), row.account())),
                Column.text("role", "sites.role", row -> say.role(row.role())),
                Column.text(
                        "duties",
                        "sites.duties",
                        row -> row.duties().stream()
                                .map(duty -> say.word("duty", duty))
                                .collect(Collectors.joining(", "))),
                Column.text("trained", "sites.trained", row -> say.message(row.trained() ? "yes" : "no")));
    }

    private Map<String, String> names(SiteDetail detail, List<Permission> permissions) {
        return accounts.names(Stream.of(
                        detail.delegations().stream().map(Delegation::account),
                        detail.delegations().stream()
                                .map(row -> row.provenance().by()),
                        detail.trainings().stream().map(Training::account),
                        permissions.stream().map(Permission::account))
                .flatMap(accounts -> accounts)
                .collect(Collectors.toSet()));
    }
}
