package org.indelible.readmodel.deviation;

import java.util.List;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;

public interface DeviationQueries {
    /** Newest first. */
    List<DeviationRow> deviations(AsOf asOf, Visibility visibility);
}
