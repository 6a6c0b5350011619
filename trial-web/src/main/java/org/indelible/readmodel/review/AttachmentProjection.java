package org.indelible.readmodel.review;

import static org.indelible.readmodel.projection.VersionedTable.table;

import org.indelible.casebook.AttachmentEvent.AttachmentFiled;
import org.indelible.casebook.AttachmentEvent.AttachmentInactivated;
import org.indelible.casebook.FormRef;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.jspecify.annotations.Nullable;

/** Documents filed with forms; one that was inactivated stays listed. */
public final class AttachmentProjection implements Projection {
    private static final VersionedTable ATTACHMENT = table("attachment")
            .key("trial", "participant", "document")
            .columns("event", "event_key", "form", "form_key", "name_digest", "media_type", "size");
    private static final VersionedTable INACTIVATED = table("attachment_inactivation")
            .key("trial", "participant", "document")
            .columns("reason_category", "reason_digest");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        switch (logged.event()) {
            case AttachmentFiled filed -> changes.open(ATTACHMENT, row(logged, filed));
            case AttachmentInactivated inactivated ->
                changes.open(
                        INACTIVATED,
                        logged.ledger(),
                        logged.participantKey(),
                        inactivated.document().value(),
                        inactivated.reason().category().name(),
                        inactivated.reason().text().digest().orElse(null));
            default -> {}
        }
    }

    private static @Nullable Object[] row(LoggedEvent logged, AttachmentFiled filed) {
        FormRef form = filed.form();
        return new @Nullable Object[] {
            logged.ledger(),
            logged.participantKey(),
            filed.document().value(),
            form.eventOid(),
            form.eventKey().value(),
            form.formOid(),
            form.formKey().value(),
            filed.name().digest().orElse(null),
            filed.mediaType(),
            filed.size()
        };
    }
}
