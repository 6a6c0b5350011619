package org.indelible.casebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.authority.Role;

/** The queries of a casebook. */
public record Queries(Map<QueryId, Query> all) {
    static final Queries NONE = new Queries(Map.of());

    /** Where a query stands. */
    public enum Status {
        OPEN,
        ANSWERED,
        CLOSED,
        CANCELLED
    }

    /**
     * @param raisedAs the role that may cancel it
     * @param check the check that raised it, where the system did
     * @param hard whether that check bars completion
     */
    public record Query(
            FormRef form, Optional<ItemRef> item, Role raisedAs, Optional<String> check, boolean hard, Status status) {
        Query with(Status next) {
            return new Query(form, item, raisedAs, check, hard, next);
        }

        boolean outstanding() {
            return status == Status.OPEN || status == Status.ANSWERED;
        }
    }

    public List<QueryId> outstanding() {
        return all.entrySet().stream()
                .filter(query -> query.getValue().outstanding())
                .map(Map.Entry::getKey)
                .toList();
    }

    Queries raised(ReviewEvent.QueryRaised event) {
        return put(
                event.query(),
                new Query(event.form(), event.item(), event.raisedAs(), Optional.empty(), false, Status.OPEN));
    }

    Queries raised(CheckEvent.CheckQueryRaised event) {
        return put(
                event.query(),
                new Query(
                        event.form(),
                        Optional.of(event.item()),
                        Role.SYSTEM,
                        Optional.of(event.check()),
                        event.hard(),
                        Status.OPEN));
    }

    Queries moved(QueryId id, Status next) {
        return Optional.ofNullable(all.get(id))
                .map(query -> put(id, query.with(next)))
                .orElse(this);
    }

    private Queries put(QueryId id, Query query) {
        Map<QueryId, Query> more = new HashMap<>(all);
        more.put(id, query);
        return new Queries(Map.copyOf(more));
    }
}
