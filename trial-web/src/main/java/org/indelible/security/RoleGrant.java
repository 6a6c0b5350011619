package org.indelible.security;

import java.io.Serializable;
import java.util.Optional;
import org.indelible.authority.Role;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds: in one trial or in all, at one site or at all.
 *
 * @param participantKey for the role of participant: whose casebook it is
 */
public record RoleGrant(
        String id,
        Role role,
        String organisation,
        @Nullable String trialId,
        @Nullable String siteKey,
        @Nullable String participantKey)
        implements Serializable {

    public static RoleGrant of(
            String id,
            Role role,
            String organisation,
            Optional<TrialId> trial,
            Optional<SiteKey> site,
            Optional<ParticipantKey> participant) {
        return new RoleGrant(
                id,
                role,
                organisation,
                trial.map(TrialId::value).orElse(null),
                site.map(SiteKey::value).orElse(null),
                participant.map(ParticipantKey::value).orElse(null));
    }

    public Optional<TrialId> trial() {
        return Optional.ofNullable(trialId).map(TrialId::new);
    }

    public Optional<SiteKey> site() {
        return Optional.ofNullable(siteKey).map(SiteKey::new);
    }

    public Optional<ParticipantKey> participant() {
        return Optional.ofNullable(participantKey).map(ParticipantKey::new);
    }

    public boolean covers(TrialId trial) {
        return trialId == null || trialId.equals(trial.value());
    }
}
