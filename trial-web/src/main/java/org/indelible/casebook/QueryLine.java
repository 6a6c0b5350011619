package org.indelible.casebook;

import java.time.Instant;
import org.indelible.readmodel.review.QueryRow;

/**
 * A query as lists and forms show it.
 *
 * @param about the item, form and visit asked about, in words
 * @param text what was said last; empty where nothing was, or it was erased
 * @param who raised it, by printed name; what a check raised, the system did
 * @param href of its thread
 * @param answers whether the reader may answer it now
 */
record QueryLine(QueryRow query, String about, String text, String who, String href, boolean answers) {
    public String id() {
        return query.query();
    }

    /** As the state of fragments/status. */
    public String state() {
        return switch (query.status()) {
            case "open" -> "query";
            case "answered" -> "in-progress";
            default -> "complete";
        };
    }

    public Instant raisedAt() {
        return query.raised().recordedAt();
    }
}
