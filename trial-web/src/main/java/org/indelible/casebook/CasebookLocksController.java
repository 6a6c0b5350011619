package org.indelible.casebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.authority.Act;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.casebook.FormState;
import org.indelible.readmodel.casebook.FormStates;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Locking the casebooks of a site or the trial, with the checklist before it, and the changes after it. */
@Controller
@RequestMapping("/trials/{trial}/locks")
class CasebookLocksController {
    private static final int ROWS = 50;
    private static final int CHANGES = 200;

    private final CasebookLocks locks;
    private final FormStates forms;
    private final SignatureQueries signatures;
    private final TrialQueries trials;
    private final AccountQueries accounts;
    private final SiteQueries sites;
    private final Acts acts;

    CasebookLocksController(
            CasebookLocks locks,
            FormStates forms,
            SignatureQueries signatures,
            TrialQueries trials,
            AccountQueries accounts,
            SiteQueries sites,
            Acts acts) {
        this.locks = locks;
        this.forms = forms;
        this.signatures = signatures;
        this.trials = trials;
        this.accounts = accounts;
        this.sites = sites;
        this.acts = acts;
    }

    /** A casebook and what stands against locking it. */
    record Checked(CasebookLocks.Line line, long unsigned, long unfinished, long unverified) {
        public boolean clean() {
            return line.queries() == 0 && unsigned == 0 && unfinished == 0 && line.drafts() == 0;
        }
    }

    @GetMapping
    String show(TrialPage page, Tables tables, Model model) {
        Map<String, String> asked = tables.asked("locks", List.of("site", "page"));
        String site = asked.getOrDefault("site", "");
        PagedList list = PagedList.of(asked, tables, locks.count(page.asOf(), page.visibility(), site), ROWS);
        model.addAttribute("list", list);
        model.addAttribute("site", site);
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("checked", checked(page, site, list.slice()));
        model.addAttribute("locking", page.may(Act.LOCK_CASEBOOK));
        List<CasebookLocks.Changed> changed = locks.changed(page.asOf(), page.visibility(), new Slice(0, CHANGES));
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        Set<String> people = new HashSet<>();
        changed.forEach(change -> {
            people.add(change.provenance().by());
            change.authorisedBy().ifPresent(people::add);
        });
        model.addAttribute("changed", changed);
        model.addAttribute("names", accounts.names(people));
        model.addAttribute("build", build.orElse(null));
        return "casebook/locks-of-trial";
    }

    private List<Checked> checked(TrialPage page, String site, Slice slice) {
        List<CasebookLocks.Line> lines = locks.lines(page.asOf(), page.visibility(), site, slice);
        List<String> keys = lines.stream().map(CasebookLocks.Line::participant).toList();
        Optional<StudyBuild> build = trials.latestBuild(page.asOf());
        Map<String, List<FormState>> states = forms.of(page.asOf(), page.visibility(), keys).stream()
                .collect(Collectors.groupingBy(FormState::participant));
        Map<String, List<SignatureRow>> signed = signatures.signatures(page.asOf(), page.visibility(), keys).stream()
                .collect(Collectors.groupingBy(SignatureRow::participant));
        return lines.stream()
                .map(line -> {
                    List<FormState> own = states.getOrDefault(line.participant(), List.of());
                    List<SignatureRow> rows = signed.getOrDefault(line.participant(), List.of());
                    return new Checked(
                            line,
                            own.stream().filter(state -> unsigned(state, rows)).count(),
                            own.stream()
                                    .filter(state -> state.status(build, List.of()) == VisitStatus.IN_PROGRESS)
                                    .count(),
                            own.stream()
                                    .mapToLong(state -> state.items() - state.verified())
                                    .sum());
                })
                .toList();
    }

    private static boolean unsigned(FormState state, List<SignatureRow> rows) {
        return state.items() > 0 && rows.stream().noneMatch(row -> row.covers(state.form()) && row.holds());
    }

    @PostMapping
    String lock(
            TrialPage page,
            @RequestParam(name = "participant", defaultValue = "") List<String> participants,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        List<String> refused = new ArrayList<>();
        int locked = 0;
        Optional<Reason> despite = category.isEmpty() || reason.isBlank()
                ? Optional.empty()
                : Optional.of(new Reason(Reasons.category(category), reason.strip()));
        for (String participant : participants) {
            try {
                acts.perform(page.person(), new LockCommand.LockCasebook(Casebooks.id(page, participant), despite));
                locked++;
            } catch (DomainRefusal refusal) {
                if (refusal.isForbidden()) {
                    throw refusal;
                }
                refused.add(participant + ": " + refusal.getMessage() + " " + refusal.cure());
            }
        }
        next.addFlashAttribute("locked", locked);
        next.addFlashAttribute("refused", refused);
        return "redirect:" + page.link("/locks");
    }
}
