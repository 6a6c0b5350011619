package org.indelible.auditreview;

import java.util.Optional;
import org.indelible.authority.Actor;
import org.indelible.authority.Role;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;

/**
 * Who reviews.
 *
 * @param account one person in that role; empty for whoever holds it
 */
public record Reviewer(@InClear Role role, @InClear Optional<AccountId> account) {
    public boolean is(Actor actor) {
        return role == actor.role() && account.map(actor.account()::equals).orElse(true);
    }
}
