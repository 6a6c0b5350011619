package org.indelible.readmodel.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;

/** Work is what waits now: it has no past. */
public interface WorkListQueries {
    /** How much waits, of each kind that anything waits of, in the order of the list. */
    Map<WorkItem.Kind, Long> counts(AsOf now, Visibility visibility, LocalDate today);

    /**
     * What waits, most urgent kind first, oldest first within a kind.
     *
     * @param only empty for every kind
     */
    List<WorkItem> work(AsOf now, Visibility visibility, LocalDate today, Optional<WorkItem.Kind> only, Slice slice);
}
