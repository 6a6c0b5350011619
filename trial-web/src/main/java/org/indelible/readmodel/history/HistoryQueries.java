package org.indelible.readmodel.history;

import java.util.List;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.Visibility;

public interface HistoryQueries {
    /** What one entry changed, in the order of its place in the form. */
    List<EntryChange> changedBy(AsOf asOf, Visibility visibility, long entry);

    /** Every change of a data point up to the point, newest first. */
    List<ValueChange> history(AsOf asOf, Visibility visibility, String participant, DataPoint dataPoint);

    /** Every change of every data point of a participant up to the point, in order of the entries. */
    List<PointChange> changes(AsOf asOf, Visibility visibility, String participant);
}
