package org.indelible.auditreview;

import java.util.stream.Collectors;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.auditreview.ReviewScope;
import org.indelible.shared.SiteKey;

/** What a review looks at: what its plan names, in its period, as the ledger was when it began. */
final class ReviewScopes {
    private ReviewScopes() {}

    static ReviewScope of(ReviewOnRecord review, PlanOnRecord plan, PlannedView view) {
        return new ReviewScope(
                view.view(),
                view.threshold(),
                review.review().period(),
                plan.terms().sites().stream().map(SiteKey::value).collect(Collectors.toSet()));
    }

    static AsOf asOf(AsOf page, ReviewOnRecord review) {
        return page.at(review.review().size());
    }
}
