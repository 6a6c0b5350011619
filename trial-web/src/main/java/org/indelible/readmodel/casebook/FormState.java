package org.indelible.readmodel.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.signature.SignatureRow;

/**
 * How far a form instance is, apart from signatures.
 *
 * @param build hash of the study build it was last recorded under
 * @param recorded {@code group OID/item OID} of what is recorded in it
 * @param lastChange leaf index of the last entry that changed it
 * @param items number of data points, of which so many are verified as they stand
 */
public record FormState(
        String participant,
        FormPoint form,
        Optional<String> build,
        boolean notDone,
        boolean inactivated,
        Set<String> recorded,
        int items,
        int verified,
        int openQueries,
        boolean frozen,
        boolean locked,
        long lastChange,
        Instant lastChangeAt) {

    /**
     * The most urgent status that applies.
     *
     * @param signatures of the participant
     */
    public VisitStatus status(Optional<StudyBuild> definition, List<SignatureRow> signatures) {
        List<SignatureRow> covering =
                signatures.stream().filter(signature -> signature.covers(form)).toList();
        boolean signed = covering.stream().anyMatch(SignatureRow::holds);
        return status(definition, signed, !signed && !covering.isEmpty());
    }

    private VisitStatus status(Optional<StudyBuild> definition, boolean signed, boolean stale) {
        if (openQueries > 0) {
            return VisitStatus.QUERY;
        }
        if (stale) {
            return VisitStatus.SIGNATURE_STALE;
        }
        if (locked) {
            return VisitStatus.LOCKED;
        }
        if (frozen) {
            return VisitStatus.FROZEN;
        }
        if (notDone) {
            return VisitStatus.NOT_DONE;
        }
        if (signed) {
            return VisitStatus.SIGNED;
        }
        if (items == 0) {
            return VisitStatus.EMPTY;
        }
        if (verified == items) {
            return VisitStatus.VERIFIED;
        }
        return definition.map(this::complete).orElse(false) ? VisitStatus.COMPLETE : VisitStatus.IN_PROGRESS;
    }

    /**
     * Whether every mandatory item is recorded. An item or group that a condition may exclude is not demanded here: the edit checks
     * evaluate conditions.
     */
    private boolean complete(StudyBuild definition) {
        return definition
                .form(form.form())
                .map(def -> complete(definition, def))
                .orElse(false);
    }

    private boolean complete(StudyBuild definition, FormDef def) {
        return def.itemGroupRefs().stream()
                .filter(group -> demanded(group) || begun(group))
                .allMatch(group -> definition.itemGroup(group.oid()).stream()
                        .flatMap(groupDef -> groupDef.itemRefs().stream())
                        .filter(FormState::demanded)
                        .allMatch(item -> recorded.contains(group.oid() + '/' + item.oid())));
    }

    private boolean begun(Ref group) {
        return recorded.stream().anyMatch(path -> path.startsWith(group.oid() + '/'));
    }

    private static boolean demanded(Ref ref) {
        return ref.mandatory() && ref.conditionOid().isEmpty();
    }
}
