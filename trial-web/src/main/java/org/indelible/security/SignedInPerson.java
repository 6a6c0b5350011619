package org.indelible.security;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.Actor;
import org.indelible.authority.Role;
import org.indelible.authority.Side;
import org.indelible.shared.AccountId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SignInId;
import org.indelible.shared.TrialId;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person behind a request, with the one role that is in force. A person with several roles chooses; nobody acts in two at once.
 *
 * @param username account id
 * @param inForce the grant that counts now
 * @param grants all of the account's grants at sign-in
 * @param signInId names the author key that seals what this person does
 */
public record SignedInPerson(
        String username, String printedName, boolean demo, RoleGrant inForce, List<RoleGrant> grants, String signInId)
        implements AuthenticatedPrincipal, Serializable {
    public SignedInPerson {
        grants = List.copyOf(grants);
    }

    static SignedInPerson of(AccountProfile profile, SignInId signIn) {
        return new SignedInPerson(
                profile.account().value(),
                profile.printedName(),
                profile.demo(),
                profile.grants().getFirst(),
                profile.grants(),
                signIn.value());
    }

    @Override
    public String getName() {
        return username;
    }

    public AccountId account() {
        return new AccountId(username);
    }

    public SignInId signIn() {
        return new SignInId(signInId);
    }

    public Role role() {
        return inForce.role();
    }

    public Actor actor() {
        return new Actor(account(), inForce.organisation(), role(), signIn());
    }

    /** Whether the role in force reaches this trial. */
    public boolean covers(TrialId trial) {
        return inForce.covers(trial);
    }

    /** Whose casebook the role in force is about: of a participant their own only, of everybody else any, which is empty. */
    public Optional<String> onlyParticipant() {
        return role().side() == Side.PARTICIPANT
                ? Optional.of(inForce.participant().map(ParticipantKey::value).orElse(""))
                : Optional.empty();
    }

    /** The same person with another of their grants in force, under a sign-in of its own. */
    Optional<SignedInPerson> as(String grantId, SignInId signIn) {
        return grants.stream()
                .filter(grant -> grant.id().equals(grantId))
                .findFirst()
                .map(grant -> new SignedInPerson(username, printedName, demo, grant, grants, signIn.value()));
    }
}
