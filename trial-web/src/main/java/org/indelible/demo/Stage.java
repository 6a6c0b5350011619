package org.indelible.demo;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.authority.Actor;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.CasebookId;

/**
 * What a person has before them when they act.
 *
 * @param at the enacted moment
 */
record Stage(Actor actor, Instant at, EventStore events) {
    private static final int SECONDS_TO_TYPE_A_PASSWORD = 12;

    /** User name and password, typed for this one signature. */
    AuthenticationEvidence authentication() {
        return new AuthenticationEvidence(
                actor.account(),
                actor.signIn(),
                AuthenticationMethod.PASSWORD,
                at.minusSeconds(SECONDS_TO_TYPE_A_PASSWORD),
                2,
                true,
                Optional.empty());
    }

    RecordedCasebook casebook(CasebookId id) {
        return RecordedCasebook.read(events, id);
    }
}
