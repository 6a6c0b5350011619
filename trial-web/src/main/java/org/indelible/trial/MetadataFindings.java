package org.indelible.trial;

import org.indelible.portal.Say;
import org.indelible.shared.DomainRefusal;

/** What a page says where study metadata cannot be used; the findings below it say where and why. */
final class MetadataFindings {
    private MetadataFindings() {}

    static DomainRefusal refusal(Say say) {
        return new DomainRefusal(
                "document-missing", say.message("metadata.refused"), say.message("metadata.refused.cure"));
    }
}
