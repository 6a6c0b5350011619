package org.indelible.casebook;

import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.RecordedReason;

/** Documents filed with forms. */
public sealed interface AttachmentEvent extends CasebookEvent {
    /** @param size in bytes */
    @EventType(name = "attachment-filed")
    record AttachmentFiled(
            @InClear FormRef form,
            @InClear DocumentHash document,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<String> name,
            @InClear String mediaType,
            @InClear long size)
            implements AttachmentEvent {}

    @EventType(name = "attachment-inactivated")
    record AttachmentInactivated(
            @InClear FormRef form,
            @InClear DocumentHash document,
            @InClear RecordedReason reason) implements AttachmentEvent {}
}
