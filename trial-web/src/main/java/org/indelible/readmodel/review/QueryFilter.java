package org.indelible.readmodel.review;

import java.util.List;
import java.util.Optional;

/**
 * Which queries a list shows.
 *
 * @param statuses of these; all where there is none
 * @param raisedAs by the name of a role; {@code SYSTEM} for those of checks
 * @param participant part of a participant's key
 */
public record QueryFilter(
        List<String> statuses, Optional<String> site, Optional<String> raisedAs, Optional<String> participant) {
    public QueryFilter {
        statuses = List.copyOf(statuses);
    }
}
