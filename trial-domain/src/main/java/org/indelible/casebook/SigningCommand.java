package org.indelible.casebook;

import java.util.List;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.CasebookId;
import org.indelible.shared.SignatureMeaning;

/** Signatures of investigators (21 CFR 11.50, 11.70, 11.200). */
public sealed interface SigningCommand extends CasebookCommand {

    SignatureMeaning meaning();

    AuthenticationEvidence authentication();

    List<ShownEntry> shown();

    /** Latest version of clinical data in the scope that the signer saw; refused where there is a later one. */
    Version seen();

    SignatureScope scope();

    record SignForm(
            CasebookId casebook,
            FormRef form,
            SignatureMeaning meaning,
            AuthenticationEvidence authentication,
            List<ShownEntry> shown,
            Version seen)
            implements SigningCommand {
        @Override
        public SignatureScope scope() {
            return SignatureScope.of(form);
        }
    }

    record SignVisit(
            CasebookId casebook,
            VisitRef visit,
            SignatureMeaning meaning,
            AuthenticationEvidence authentication,
            List<ShownEntry> shown,
            Version seen)
            implements SigningCommand {
        @Override
        public SignatureScope scope() {
            return SignatureScope.of(visit);
        }
    }

    record SignCasebook(
            CasebookId casebook,
            SignatureMeaning meaning,
            AuthenticationEvidence authentication,
            List<ShownEntry> shown,
            Version seen)
            implements SigningCommand {
        @Override
        public SignatureScope scope() {
            return SignatureScope.wholeCasebook();
        }
    }
}
