package org.indelible.bench;

import java.util.Optional;
import java.util.Scanner;
import org.indelible.IndelibleApplication;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.account.AccountCommand.GrantRole;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.authority.Role;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.projection.ReadModelRebuild;
import org.indelible.security.Passwords;
import org.indelible.shared.AccountId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application in a process of its own, with two accounts, that rebuilds its read models when a line says so. */
public final class MeasuredApplication {
    static final String READY = "@ready";
    static final String REBUILT = "@rebuilt ";
    static final String PASSWORD = "correct horse battery staple 1";
    static final String BUILDER = "bench.builder";
    static final String MANAGER = "bench.manager";

    private MeasuredApplication() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(IndelibleApplication.class).run(args);
        if (context.getBean(LedgerStore.class)
                .lastSequence("account:" + BUILDER)
                .isEmpty()) {
            create(context, BUILDER, Role.STUDY_BUILDER);
            create(context, MANAGER, Role.DATA_MANAGER);
        }
        System.out.println(READY);
        Scanner lines = new Scanner(System.in);
        while (lines.hasNextLine() && lines.nextLine().equals("rebuild")) {
            long began = System.nanoTime();
            context.getBean(ReadModelRebuild.class).rebuild((done, total) -> {});
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println(REBUILT + rows(context.getBean(JdbcClient.class)) + " " + seconds);
        }
    }

    private static void create(ConfigurableApplicationContext context, String name, Role role) {
        Commands commands = context.getBean(Commands.class);
        Acting acting = Acting.byApi(context.getBean(PlatformAuthor.class).actor());
        AccountId account = new AccountId(name);
        commands.send(new CreateAccount(account, "Person " + name, "Sponsor Ltd", false), acting);
        commands.send(
                new GrantRole(account, name, role, "Sponsor Ltd", Optional.empty(), Optional.empty(), Optional.empty()),
                acting);
        context.getBean(Passwords.class).set(account, PASSWORD);
    }

    private static long rows(JdbcClient jdbc) {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'read'").query(String.class).list().stream()
                .mapToLong(table -> jdbc.sql("select count(*) from read." + table)
                        .query(Long.class)
                        .single())
                .sum();
    }
}
