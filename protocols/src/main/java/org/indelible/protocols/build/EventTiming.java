package org.indelible.protocols.build;

import java.util.Optional;

/**
 * When an event is due, counted from another event (USDM 4.0, Timing; ODM 2.0, TransitionTimingConstraint). Unlike a
 * {@link VisitWindow} it names no items, so it is shown and compared, and dates are not counted from it.
 *
 * @param anchorEventOid the event it depends on
 * @param target ISO 8601 duration from the anchor as the source states it; {@code -P2W} is two weeks before it
 * @param before how much earlier is in time, an ISO 8601 duration
 * @param after how much later is in time, an ISO 8601 duration
 */
public record EventTiming(String anchorEventOid, String target, Optional<String> before, Optional<String> after) {}
