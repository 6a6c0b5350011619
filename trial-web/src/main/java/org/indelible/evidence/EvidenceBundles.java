package org.indelible.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.anchoring.evidence.export.EvidenceExport;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.security.SignedInPerson;
import org.springframework.stereotype.Component;

/** Bundles to go into something else that is taken out, and is on record as such. */
@Component
public class EvidenceBundles {
    private final EvidenceScopes scopes;
    private final EvidenceExport export;

    EvidenceBundles(EvidenceScopes scopes, EvidenceExport export) {
        this.scopes = scopes;
        this.export = export;
    }

    /**
     * As much as the person may see.
     *
     * @param participant absent: of the whole trial, or of the person's own site
     */
    public void write(
            AsOf asOf, Visibility visibility, SignedInPerson person, Optional<String> participant, OutputStream to)
            throws IOException {
        Wish wish = new Wish(EvidenceProfile.FULL, Optional.empty(), participant, Optional.empty());
        export.write(scopes.request(asOf, visibility, person, wish), to);
    }
}
