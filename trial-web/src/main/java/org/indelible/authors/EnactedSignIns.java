package org.indelible.authors;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.indelible.account.AccountCommand.RecordSignIn;
import org.indelible.account.AccountCommand.RecordSignOut;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.authority.Actor;
import org.indelible.authority.Role;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.SecondFactor;
import org.indelible.shared.SignInId;
import org.springframework.stereotype.Component;

/**
 * Sign-ins of the people of a demo. Each has a key of its own, certified for the person and for the enacted time; the platform ledger records it like any other, at the
 * time when it truly was certified. Nothing here asks for a password: it is for accounts that can do nothing outside test trials.
 */
@Component
public class EnactedSignIns {
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private final SystemAuthors systems;
    private final PlatformAuthor platform;
    private final AuthorKeyRing keys;
    private final Commands commands;

    EnactedSignIns(SystemAuthors systems, PlatformAuthor platform, AuthorKeyRing keys, Commands commands) {
        this.systems = systems;
        this.platform = platform;
        this.keys = keys;
        this.commands = commands;
    }

    /** @param at the enacted time, at which the certificate begins to be valid */
    public Actor begin(AccountId account, String organisation, Role role, Instant at) {
        Actor actor = new Actor(
                account, organisation, role, new SignInId(UUID.randomUUID().toString()));
        AuthorKey key = systems.newKey(actor, at.minus(CLOCK_SKEW), at.plus(LIFE));
        Outcome recorded = send(new RecordSignIn(
                account,
                actor.signIn(),
                AuthenticationMethod.PASSWORD,
                SecondFactor.WAIVED_FOR_DEMO,
                SystemAuthors.recorded(key),
                Optional.empty()));
        String certifiedBy = recorded.entries().getLast().entryHash();
        keys.hold(actor.signIn(), SystemAuthors.author(actor, key, certifiedBy));
        return actor;
    }

    public void end(Actor actor) {
        keys.drop(actor.signIn());
        send(new RecordSignOut(actor.account(), actor.signIn(), "by-user"));
    }

    private Outcome send(Object command) {
        return commands.send(command, Acting.byApi(platform.actor()));
    }
}
