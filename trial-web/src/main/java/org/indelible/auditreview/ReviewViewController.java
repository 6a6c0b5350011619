package org.indelible.auditreview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Export;
import org.indelible.portal.table.PagedList;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.auditreview.AuditReviewQueries;
import org.indelible.readmodel.auditreview.ReviewScope;
import org.indelible.readmodel.site.SiteQueries;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One view of the audit trail: as its address asks, or as far as a review looks. */
@Controller
class ReviewViewController {
    private static final int ROWS = 50;
    private static final List<String> COLUMNS = List.of(
            "participants.site",
            "participants.participant",
            "review.place",
            "review.why",
            "review.who",
            "review.recorded",
            "review.entry");

    private final AuditReviewQueries queries;
    private final ReviewBooks books;
    private final ReviewLines lines;
    private final SiteQueries sites;
    private final Today today;

    ReviewViewController(
            AuditReviewQueries queries, ReviewBooks books, ReviewLines lines, SiteQueries sites, Today today) {
        this.queries = queries;
        this.books = books;
        this.lines = lines;
        this.sites = sites;
        this.today = today;
    }

    /** @param asOf of the trial's ledger, as far as is looked */
    record Looked(ReviewScope scope, AsOf asOf) {}

    @GetMapping("/trials/{trial}/audit-reviews/views/{view}")
    String show(
            TrialPage page,
            @PathVariable String view,
            @RequestParam(defaultValue = "") String review,
            Tables tables,
            Model model) {
        AuditView of = Stream.of(AuditView.values())
                .filter(known -> known.name().equals(view))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such view."));
        Map<String, String> values = tables.asked("review-view", ViewAsked.PARAMETERS);
        ViewAsked asked = new ViewAsked(values);
        ReviewBook book = books.of(page.asOf());
        Optional<ReviewOnRecord> made = book.review(review);
        Looked looked = made.flatMap(known -> book.planOf(known).map(plan -> looked(page.asOf(), known, plan, of)))
                .orElseGet(() -> new Looked(asked.scope(of, page.zone(), today.at(page.asOf())), page.asOf()));
        PagedList list =
                PagedList.of(values, tables, queries.count(looked.asOf(), page.visibility(), looked.scope()), ROWS);
        model.addAttribute("view", of);
        model.addAttribute("review", made.orElse(null));
        model.addAttribute("asked", asked);
        model.addAttribute("threshold", looked.scope().threshold());
        model.addAttribute("sites", sites.sites(page.asOf()));
        model.addAttribute("list", list);
        model.addAttribute("lines", shown(page, looked, list.slice()));
        model.addAttribute(
                "export",
                new Export(
                        "review-view",
                        COLUMNS,
                        () -> shown(page, looked, Slice.all()).stream().map(this::cells)));
        return "auditreview/view";
    }

    /** A view that the plan does not name is looked at with its usual threshold. */
    private static Looked looked(AsOf asOf, ReviewOnRecord review, PlanOnRecord plan, AuditView view) {
        PlannedView planned = plan.terms().views().stream()
                .filter(one -> one.view() == view)
                .findFirst()
                .orElseGet(() -> PlannedView.usual(view));
        return new Looked(ReviewScopes.of(review, plan, planned), ReviewScopes.asOf(asOf, review));
    }

    private List<ShownLine> shown(TrialPage page, Looked looked, Slice slice) {
        return lines.of(
                page, looked.scope().view(), queries.lines(looked.asOf(), page.visibility(), looked.scope(), slice));
    }

    private List<String> cells(ShownLine shown) {
        return List.of(
                shown.line().site().orElse(""),
                shown.line().participant().orElse(""),
                shown.place(),
                shown.says(),
                shown.who(),
                shown.line().at().toString(),
                Long.toString(shown.line().entry()));
    }
}
