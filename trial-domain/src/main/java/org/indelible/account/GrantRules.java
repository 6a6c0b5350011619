package org.indelible.account;

import java.util.Collection;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.account.AccountState.Known;
import org.indelible.authority.Blinding;
import org.indelible.authority.Role;
import org.indelible.authority.RoleGrant;
import org.indelible.shared.DomainRefusal;

/** Which roles go together (R23, R54). */
final class GrantRules {
    private GrantRules() {}

    static void check(Known account, GrantRole command) {
        Role role = command.role();
        if (role == Role.SYSTEM) {
            throw new DomainRefusal(
                    "role-not-for-persons", "The system role is not granted.", "Choose a role for a person.");
        }
        if (account.past().containsKey(command.grantId())) {
            throw new DomainRefusal(
                    "grant-exists", "A grant with this id is on record.", "Give the new one an id of its own.");
        }
        if (role.atSites() && (command.trial().isEmpty() || command.site().isEmpty())) {
            throw new DomainRefusal("site-needed", "This role is held at a site.", "Name the trial and the site.");
        }
        if (role == Role.PARTICIPANT && command.participant().isEmpty()) {
            throw new DomainRefusal("participant-needed", "A participant has a casebook.", "Name the participant.");
        }
        separateDuties(account.grants().values(), role);
        keepBlind(account, command);
    }

    private static void separateDuties(Collection<RoleGrant> held, Role role) {
        boolean administers = held.stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
        boolean takesPart = held.stream().anyMatch(grant -> grant.role().inTrials());
        if (administers && role.inTrials() || takesPart && role == Role.ADMINISTRATOR) {
            throw DomainRefusal.forbidden(
                    "administrators-hold-no-trial-role",
                    "An administrator has no part in the conduct of a trial.",
                    "Use two accounts of two persons.");
        }
    }

    /** Knowledge does not go away: who ever held an unblinded role gets no blinded one; who holds a blinded one now gets no unblinded one. */
    private static void keepBlind(Known account, GrantRole command) {
        boolean refused = switch (command.role().blinding()) {
            case BLINDED -> anyOf(account.past().values(), command, Blinding.UNBLINDED);
            case UNBLINDED -> anyOf(account.grants().values(), command, Blinding.BLINDED);
            case NOT_APPLICABLE -> false;
        };
        if (refused) {
            throw new DomainRefusal(
                    "blinded-and-unblinded",
                    "Nobody holds a blinded and an unblinded role in one trial, nor returns to a blinded one.",
                    "Grant this role to another person.");
        }
    }

    private static boolean anyOf(Collection<RoleGrant> grants, GrantRole command, Blinding blinding) {
        return grants.stream()
                .filter(grant -> grant.meets(command.trial()))
                .anyMatch(grant -> grant.role().blinding() == blinding);
    }
}
