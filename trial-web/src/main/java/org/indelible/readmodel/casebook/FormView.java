package org.indelible.readmodel.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.signature.SignatureRow;

/**
 * @param build hash of the study build the form was started under
 * @param lastChange leaf index of the last entry that changed it
 */
public record FormView(
        String oid,
        Optional<String> key,
        VisitStatus status,
        Optional<String> build,
        long lastChange,
        List<GroupView> groups,
        List<SignatureRow> signatures) {}
