package org.indelible.readmodel.review;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.indelible.casebook.DraftEvent.DraftDiscarded;
import org.indelible.casebook.DraftEvent.DraftLeft;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.RecordingEvent;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;

/** Entries that were begun and left; a save of the form by their author, or discarding them, ends the matter. */
public final class DraftProjection implements Projection {
    private static final VersionedTable LEFT = table("draft_left")
            .key("trial", "participant", "event", "event_key", "form", "form_key", "account")
            .columns("typed_on");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        switch (logged.event()) {
            case DraftLeft left -> {
                Object[] key = key(logged, left.form(), left.by().value());
                Object[] row = Arrays.copyOf(key, key.length + 1);
                row[key.length] = LocalDate.ofInstant(left.typedAt(), ZoneOffset.UTC);
                changes.replace(LEFT, row);
            }
            case DraftDiscarded discarded ->
                changes.close(LEFT, key(logged, discarded.form(), discarded.by().value()));
            case RecordingEvent recording -> changes.close(LEFT, key(logged, recording.form(), logged.actor()));
            default -> {}
        }
    }

    private static Object[] key(LoggedEvent logged, FormRef form, String account) {
        return new Object[] {
            logged.ledger(),
            logged.participantKey(),
            form.eventOid(),
            form.eventKey().value(),
            form.formOid(),
            form.formKey().value(),
            account
        };
    }
}
