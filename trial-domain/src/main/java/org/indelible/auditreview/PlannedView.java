package org.indelible.auditreview;

import org.indelible.eventstore.InClear;

/** @param threshold from which number on the view shows something */
public record PlannedView(@InClear AuditView view, @InClear int threshold) {
    public static PlannedView usual(AuditView view) {
        return new PlannedView(view, view.usual());
    }

    boolean possible() {
        return threshold >= view.least() && threshold <= view.most();
    }
}
