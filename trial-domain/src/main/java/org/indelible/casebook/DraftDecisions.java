package org.indelible.casebook;

import java.util.List;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.DraftCommand.DiscardDraft;
import org.indelible.casebook.DraftCommand.NoteLeftDraft;
import org.indelible.casebook.DraftEvent.DraftDiscarded;
import org.indelible.casebook.DraftEvent.DraftLeft;

/** Drafts that come to nothing. */
final class DraftDecisions {
    private DraftDecisions() {}

    static List<CasebookEvent> decide(
            Registered casebook, DraftCommand command, Authority authority, StudyBuilds builds) {
        authority.require(
                switch (command) {
                    case DiscardDraft c -> Act.DISCARD_DRAFT;
                    case NoteLeftDraft c -> Act.NOTE_LEFT_DRAFT;
                });
        FormPlace.of(
                builds.require(casebook.records().form(command.form()).build().orElseGet(casebook::build)),
                command.form());
        return List.of(
                switch (command) {
                    case DiscardDraft c ->
                        new DraftDiscarded(c.form(), authority.actor().account());
                    case NoteLeftDraft c -> new DraftLeft(c.form(), c.by(), c.typedAt());
                });
    }
}
