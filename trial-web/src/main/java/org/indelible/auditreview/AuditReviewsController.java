package org.indelible.auditreview;

import org.indelible.portal.Today;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.account.AccountQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Plans and when they are due, the reviews made, and the views to look at without either. */
@Controller
class AuditReviewsController {
    private final ReviewBooks books;
    private final AccountQueries accounts;
    private final Today today;

    AuditReviewsController(ReviewBooks books, AccountQueries accounts, Today today) {
        this.books = books;
        this.accounts = accounts;
        this.today = today;
    }

    @GetMapping("/trials/{trial}/audit-reviews")
    String list(TrialPage page, Model model) {
        ReviewBook book = books.of(page.asOf());
        model.addAttribute("plans", book.plans());
        model.addAttribute("reviews", book.reviews());
        model.addAttribute("names", accounts.names(book.people()));
        model.addAttribute("today", today.on(page.asOf()));
        model.addAttribute("views", AuditView.values());
        return "auditreview/list";
    }
}
