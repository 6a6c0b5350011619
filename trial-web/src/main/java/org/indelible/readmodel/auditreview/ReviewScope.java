package org.indelible.readmodel.auditreview;

import java.util.Set;
import org.indelible.auditreview.AuditView;
import org.indelible.auditreview.ReviewPeriod;

/**
 * What a view is asked for.
 *
 * @param threshold from which number on something is shown
 * @param sites empty for all
 */
public record ReviewScope(AuditView view, int threshold, ReviewPeriod period, Set<String> sites) {
    public ReviewScope {
        sites = Set.copyOf(sites);
    }
}
