package org.indelible.authority;

import java.util.Optional;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;

/**
 * A role somebody holds.
 *
 * @param trial absent: in every trial
 * @param site absent: at every site
 * @param participant for the role of participant: whose casebook it is
 */
public record RoleGrant(
        String grantId,
        Role role,
        String organisation,
        Optional<TrialId> trial,
        Optional<SiteKey> site,
        Optional<ParticipantKey> participant) {

    /** Whether the grant reaches this trial. */
    public boolean reaches(TrialId other) {
        return trial.map(other::equals).orElse(true);
    }

    /** Whether it and the other can concern one and the same trial. */
    public boolean meets(Optional<TrialId> other) {
        return trial.isEmpty() || other.isEmpty() || trial.equals(other);
    }

    /** Whether the grant reaches this casebook: a participant's reaches their own only. */
    public boolean reaches(ParticipantKey other) {
        return role != Role.PARTICIPANT || participant.filter(other::equals).isPresent();
    }

    boolean reaches(SiteKey other) {
        return site.map(other::equals).orElse(true);
    }
}
