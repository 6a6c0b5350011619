package org.indelible.casebook;

import java.time.Instant;
import org.indelible.shared.AccountId;
import org.indelible.shared.CasebookId;

/** What becomes of entries that were typed and not saved. What was typed is never part of it: a draft is no data. */
public sealed interface DraftCommand extends CasebookCommand {

    FormRef form();

    /** Its author does not want what they typed. */
    record DiscardDraft(CasebookId casebook, FormRef form) implements DraftCommand {}

    /**
     * The system found a draft that nobody went on with.
     *
     * @param by its author
     * @param typedAt when anything was typed last
     */
    record NoteLeftDraft(CasebookId casebook, FormRef form, AccountId by, Instant typedAt) implements DraftCommand {}
}
