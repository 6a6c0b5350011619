package org.indelible.portal;

import org.indelible.readmodel.worklist.WorkItem;

/**
 * One line of what to do next.
 *
 * @param state of fragments/status, for its shape
 */
record WorkLine(
        WorkItem.Kind kind, String state, String participant, String what, String why, String since, String href) {}
