package org.indelible.account;

import java.util.Optional;
import java.util.UUID;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.account.AccountCommand.RecordPasswordSet;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.security.Passwords;
import org.indelible.shared.AccountId;
import org.springframework.stereotype.Service;

/** Makes the accounts that no other account makes. Recorded like all others, in the platform's name. */
@Service
public class Administrators {
    private final Commands commands;
    private final PlatformAuthor platform;
    private final Passwords passwords;

    Administrators(Commands commands, PlatformAuthor platform, Passwords passwords) {
        this.commands = commands;
        this.platform = platform;
        this.passwords = passwords;
    }

    public void create(AccountId account, String name, String organisation, String password) {
        Passwords.requireStrong(account, password);
        Acting acting = Acting.byApi(platform.actor());
        commands.send(new CreateAccount(account, name, organisation, false), acting);
        commands.send(
                new GrantRole(
                        account,
                        UUID.randomUUID().toString(),
                        Role.ADMINISTRATOR,
                        organisation,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                acting);
        passwords.set(account, password);
        commands.send(new RecordPasswordSet(account), acting);
    }
}
