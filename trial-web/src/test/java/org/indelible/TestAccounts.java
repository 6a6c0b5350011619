package org.indelible;

import java.util.Optional;
import java.util.UUID;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.security.Passwords;
import org.indelible.shared.AccountId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.springframework.boot.test.context.TestComponent;

/** Real accounts with real passwords, made by the ordinary commands. */
@TestComponent
public class TestAccounts {
    public static final String PASSWORD = "correct horse battery staple 1";

    private final Commands commands;
    private final PlatformAuthor platform;
    private final Passwords passwords;

    TestAccounts(Commands commands, PlatformAuthor platform, Passwords passwords) {
        this.commands = commands;
        this.platform = platform;
        this.passwords = passwords;
    }

    /** An account that holds a role in every trial. */
    public void create(String name, Role role) {
        create(name, role, Optional.empty(), Optional.empty());
    }

    /** An account that holds a role at one site. */
    public void create(String name, Role role, TrialId trial, SiteKey site) {
        create(name, role, Optional.of(trial), Optional.of(site));
    }

    private void create(String name, Role role, Optional<TrialId> trial, Optional<SiteKey> site) {
        AccountId account = new AccountId(name);
        Acting acting = Acting.byApi(platform.actor());
        commands.send(new CreateAccount(account, "Person " + name, "Sponsor Ltd", false), acting);
        commands.send(
                new GrantRole(
                        account, UUID.randomUUID().toString(), role, "Sponsor Ltd", trial, site, Optional.empty()),
                acting);
        passwords.set(account, PASSWORD);
    }
}
