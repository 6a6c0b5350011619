package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.portal.Acts;
import org.indelible.portal.Done;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.review.QueryLists;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.review.QueryTurn;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One query: what was said, and what may be said next. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/queries/{query}")
class QueryController {
    private final QueryLists queries;
    private final QueryLines lines;
    private final AccountQueries accounts;
    private final Acts acts;

    QueryController(QueryLists queries, QueryLines lines, AccountQueries accounts, Acts acts) {
        this.queries = queries;
        this.lines = lines;
        this.accounts = accounts;
        this.acts = acts;
    }

    @GetMapping
    String thread(
            TrialPage page,
            @PathVariable String participant,
            @PathVariable String query,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
            Model model) {
        QueryRow row = queries.query(page.asOf(), page.visibility(), participant, query)
                .orElseThrow(() -> Casebooks.notFound("There is no such query, or none that you may see."));
        List<QueryTurn> turns = queries.turns(page.asOf(), page.visibility(), participant, query);
        Map<String, String> names = accounts.names(
                turns.stream().map(turn -> turn.provenance().by()).collect(Collectors.toSet()));
        model.addAttribute("line", lines.lines(page, List.of(row)).getFirst());
        model.addAttribute("turns", turns);
        model.addAttribute("names", names);
        model.addAttribute("drawer", drawer);
        model.addAttribute("participant", participant);
        model.addAttribute("form", address(row).at(page.link(casebook(participant) + "/form")));
        return drawer ? "casebook/query :: thread" : "casebook/query";
    }

    /** @param act {@code answer}, {@code close}, {@code reopen} or {@code cancel} */
    @PostMapping
    String say(
            TrialPage page,
            @PathVariable String participant,
            @PathVariable String query,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String category,
            Model model,
            RedirectAttributes next) {
        try {
            Optional<Done> done = acts.perform(
                    page.person(), command(Casebooks.id(page, participant), new QueryId(query), act, text, category));
            done.ifPresent(saved -> next.addFlashAttribute("done", saved));
            return "redirect:" + page.link(QueryLines.path(participant, query));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", text);
            model.addAttribute("category", category);
            return thread(page, participant, query, false, model);
        }
    }

    private static ReviewCommand command(CasebookId casebook, QueryId query, String act, String text, String category) {
        return switch (act) {
            case "answer" -> new ReviewCommand.AnswerQuery(casebook, query, text);
            case "close" -> new ReviewCommand.CloseQuery(casebook, query);
            case "reopen" -> new ReviewCommand.ReopenQuery(casebook, query, text);
            case "cancel" ->
                new ReviewCommand.CancelQuery(casebook, query, new Reason(Reasons.category(category), text));
            default -> throw new DomainRefusal("malformed-choice", "There is no such act.", "Load the page again.");
        };
    }

    static FormAddress address(QueryRow row) {
        return FormAddress.of(row.form());
    }

    private static String casebook(String participant) {
        return "/participants/" + CasebookPaths.segment(participant);
    }
}
