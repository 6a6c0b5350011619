package org.indelible.portal;

import java.util.List;
import java.util.Map;
import org.indelible.readmodel.worklist.WorkItem;

/**
 * What waits in one trial.
 *
 * @param more how many lines there are besides the ones shown
 */
record TrialWork(
        String id, String name, String kind, Map<WorkItem.Kind, Long> counts, List<WorkLine> lines, long more) {}
