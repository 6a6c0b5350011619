package org.indelible.readmodel.auditreview;

import java.util.List;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;

/** What is about the treatment is in no view but those of unblinded readers. */
public interface AuditReviewQueries {
    long count(AsOf asOf, Visibility visibility, ReviewScope scope);

    /** What counts most comes first. */
    List<ReviewLine> lines(AsOf asOf, Visibility visibility, ReviewScope scope, Slice slice);
}
