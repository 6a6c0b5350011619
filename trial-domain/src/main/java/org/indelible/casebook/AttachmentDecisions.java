package org.indelible.casebook;

import java.util.List;
import java.util.Set;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.casebook.AttachmentCommand.FileAttachment;
import org.indelible.casebook.AttachmentCommand.InactivateAttachment;
import org.indelible.casebook.AttachmentEvent.AttachmentFiled;
import org.indelible.casebook.AttachmentEvent.AttachmentInactivated;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;

/** Filing documents with forms, and inactivating them. */
final class AttachmentDecisions {
    static final long LARGEST = 20L * 1024 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final Set<String> TYPES = Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");

    private AttachmentDecisions() {}

    static List<CasebookEvent> decide(
            Registered casebook, AttachmentCommand command, Authority authority, StudyBuilds builds) {
        authority.require(
                switch (command) {
                    case FileAttachment c -> Act.RECORD_DATA;
                    case InactivateAttachment c -> Act.INACTIVATE_DATA;
                });
        FormState form = casebook.records().form(command.form());
        FormPlace.of(builds.require(form.build().orElseGet(casebook::build)), command.form());
        if (form.frozen()) {
            throw CasebookRefusals.formFrozen();
        }
        PartLockDecisions.requireEditable(casebook, command.form());
        boolean there = casebook.attachments().contains(command.document());
        return switch (command) {
            case FileAttachment c -> there ? List.of() : List.of(file(c));
            case InactivateAttachment c -> {
                if (!there) {
                    throw new DomainRefusal(
                            "attachment-unknown", "There is no such attachment.", "It may have been inactivated.");
                }
                yield List.of(new AttachmentInactivated(c.form(), c.document(), RecordedReason.of(c.reason())));
            }
        };
    }

    private static AttachmentFiled file(FileAttachment command) {
        if (!TYPES.contains(command.mediaType())) {
            throw new DomainRefusal(
                    "attachment-type",
                    "A file of this type is not filed.",
                    "File a PDF, a PNG or JPEG image, or plain text.");
        }
        if (command.size() < 1 || command.size() > LARGEST) {
            throw new DomainRefusal(
                    "attachment-size", "A file of this size is not filed.", "It holds something, and at most 20 MB.");
        }
        if (command.name().isBlank() || command.name().length() > LONGEST_NAME) {
            throw new DomainRefusal("attachment-name", "The file needs a name.", "At most 255 characters.");
        }
        return new AttachmentFiled(
                command.form(),
                command.document(),
                Disclosable.of(command.name(), DisclosureClass.IDENTITY),
                command.mediaType(),
                command.size());
    }
}
