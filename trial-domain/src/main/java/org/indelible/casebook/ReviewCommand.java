package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;

/** Review: forms opened by who signs them, source data verification, queries. It never alters what the site entered (R44). */
public sealed interface ReviewCommand extends CasebookCommand {

    /** The form is before the actor, who may sign it, as it stood at {@code seen}; on record already, it is no event (R38). */
    record OpenForm(CasebookId casebook, FormRef form, Version seen) implements ReviewCommand {}

    /** Source data verification of the versions that the monitor saw; lapses for an item when it changes. */
    record VerifyItems(CasebookId casebook, FormRef form, List<VerifiedItem> items) implements ReviewCommand {
        public VerifyItems {
            items = List.copyOf(items);
        }
    }

    /**
     * Source data review: the form as a whole was read against its source.
     *
     * @param seen latest version of data in the form that the reader saw
     */
    record ReviewForm(CasebookId casebook, FormRef form, Version seen) implements ReviewCommand {}

    /** @param item the data point asked about; absent: the form as a whole */
    record RaiseQuery(CasebookId casebook, QueryId query, FormRef form, Optional<ItemRef> item, String text)
            implements ReviewCommand {}

    record AnswerQuery(CasebookId casebook, QueryId query, String text) implements ReviewCommand {}

    record CloseQuery(CasebookId casebook, QueryId query) implements ReviewCommand {}

    record ReopenQuery(CasebookId casebook, QueryId query, String text) implements ReviewCommand {}

    /** By the role that raised it. */
    record CancelQuery(CasebookId casebook, QueryId query, Reason reason) implements ReviewCommand {}
}
