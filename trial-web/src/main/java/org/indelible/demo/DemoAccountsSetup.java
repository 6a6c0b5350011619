package org.indelible.demo;

import java.time.Clock;
import java.util.Optional;
import org.indelible.account.AccountCommand;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.account.AccountCommand.RecordIdentityProof;
import org.indelible.account.AccountCommand.RecordPasswordSet;
import org.indelible.authority.Actor;
import org.indelible.authors.EnactedSignIns;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.security.AccountDirectory;
import org.indelible.security.Passwords;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** Makes the accounts of the demo: the administrator's in the platform's name, all others in the administrator's. */
@Component
class DemoAccountsSetup {
    private final Commands commands;
    private final PlatformAuthor platform;
    private final EnactedSignIns signIns;
    private final AccountDirectory accounts;
    private final Passwords passwords;
    private final Clock clock;

    DemoAccountsSetup(
            Commands commands,
            PlatformAuthor platform,
            EnactedSignIns signIns,
            AccountDirectory accounts,
            Passwords passwords,
            Clock clock) {
        this.commands = commands;
        this.platform = platform;
        this.signIns = signIns;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Makes what is missing. */
    void create(String password) {
        make(DemoPerson.ADMIN, platform.actor());
        Actor admin = signIns.begin(
                DemoPerson.ADMIN.account(), DemoPerson.ADMIN.organisation(), DemoPerson.ADMIN.role(), clock.instant());
        for (DemoPerson person : DemoPerson.values()) {
            make(person, admin);
        }
        signIns.end(admin);
        setPasswords(password);
    }

    void setPasswords(String password) {
        for (DemoPerson person : DemoPerson.values()) {
            passwords.set(person.account(), password);
            send(new RecordPasswordSet(person.account()), platform.actor());
        }
    }

    /** The role comes last: an account that has one is complete. */
    private void make(DemoPerson person, Actor by) {
        boolean complete = accounts.find(person.account())
                .filter(account -> !account.grants().isEmpty())
                .isPresent();
        if (complete) {
            return;
        }
        if (accounts.find(person.account()).isEmpty()) {
            send(new CreateAccount(person.account(), person.printedName(), person.organisation(), true), by);
        }
        if (person.signs()) {
            send(new RecordIdentityProof(person.account(), "identity card seen in person", Optional.empty()), by);
        }
        send(grant(person), by);
    }

    private static GrantRole grant(DemoPerson person) {
        Optional<SiteKey> site = person.site().map(DemoSite::key);
        Optional<TrialId> trial = site.map(held -> DemoTrials.ENACTED);
        Optional<ParticipantKey> participant = person == DemoPerson.PARTICIPANT
                ? Optional.of(new ParticipantKey(Cast.WITH_ACCOUNT.key()))
                : Optional.empty();
        return new GrantRole(
                person.account(),
                "demo-" + person.account(),
                person.role(),
                person.organisation(),
                trial,
                site,
                participant);
    }

    private void send(AccountCommand command, Actor by) {
        commands.send(command, Acting.byApi(by));
    }
}
