package org.indelible.casebook;

import org.indelible.shared.CasebookId;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.Reason;

/** Documents filed with a form: a scan, a laboratory's report. What they hold is for the site, like who the participant is. */
public sealed interface AttachmentCommand extends CasebookCommand {

    FormRef form();

    DocumentHash document();

    /**
     * @param document of the blob, which is encrypted under the participant's key
     * @param name of the file
     * @param mediaType as its first bytes tell it, not as it was called
     * @param size in bytes
     */
    record FileAttachment(
            CasebookId casebook, FormRef form, DocumentHash document, String name, String mediaType, long size)
            implements AttachmentCommand {}

    /** Nothing is deleted: it stays listed, with this reason (R47). */
    record InactivateAttachment(CasebookId casebook, FormRef form, DocumentHash document, Reason reason)
            implements AttachmentCommand {}
}
