package org.indelible.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.indelible.IndelibleApplication;
import org.indelible.account.AccountCommand.CreateAccount;
import org.indelible.anchoring.ledger.AppendHook;
import org.indelible.anchoring.ledger.AppendStep;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.commands.Outcome;
import org.indelible.shared.AccountId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The application in a process of its own, with writers that send commands as fast as they are answered, or with a pause between
 * them. Each answer is printed: {@code @ack <leaf index> <entry hash>}. What it is to suffer from within stands in files of the
 * control directory.
 */
public final class LoadedApplication {
    static final String ACKNOWLEDGED = "@ack ";
    static final String READY = "@ready";
    private static final Path CONTROL = Path.of(System.getProperty("indelible.faults.control"));

    private static final Duration PAUSE = Duration.ofMillis(Long.getLong("indelible.faults.pause", 0));

    private LoadedApplication() {}

    public static void main(String[] args) {
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(IndelibleApplication.class, Faults.class).run(args);
        Commands commands = context.getBean(Commands.class);
        PlatformAuthor author = context.getBean(PlatformAuthor.class);
        System.out.println(READY);
        for (int i = 0; i < Integer.getInteger("indelible.faults.writers", 4); i++) {
            Thread.ofPlatform().daemon().start(() -> writeOn(commands, author));
        }
        Thread.ofPlatform().daemon().start(() -> importRows(commands, author));
    }

    private static void writeOn(Commands commands, PlatformAuthor author) {
        while (true) {
            send(commands, author, "f." + UUID.randomUUID(), Optional.empty());
        }
    }

    /** Every node brings in the same rows of the same file. */
    private static void importRows(Commands commands, PlatformAuthor author) {
        for (int row = 0; ; row++) {
            send(commands, author, "row." + row, Optional.of("faults#" + row));
        }
    }

    private static void send(Commands commands, PlatformAuthor author, String name, Optional<String> derivedFrom) {
        try {
            Outcome outcome = commands.send(
                    new CreateAccount(new AccountId(name), "Somebody", "Sponsor", true),
                    new Acting(author.actor(), "api", Optional.empty(), Optional.empty(), derivedFrom));
            outcome.entries()
                    .forEach(entry -> System.out.println(ACKNOWLEDGED + entry.leafIndex() + " " + entry.entryHash()));
        } catch (RuntimeException notStored) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private static Optional<String> told(String file) {
        try {
            Path path = CONTROL.resolve(file);
            return Files.exists(path)
                    ? Optional.of(Files.readString(path).strip()).filter(text -> !text.isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Not found by scanning: only who names it gets it. */
    static final class Faults {
        private final AtomicInteger batches = new AtomicInteger();

        @Bean
        AppendHook appendHook() {
            return new AppendHook() {
                @Override
                public void after(AppendStep step, Connection connection) {
                    if (step == AppendStep.BEGUN) {
                        batches.incrementAndGet();
                    }
                    if (batches.get() > 5 && told("halt").equals(Optional.of(step.name()))) {
                        Runtime.getRuntime().halt(137);
                    }
                    if (step == AppendStep.HEADS_MOVED) {
                        told("slow")
                                .ifPresent(millis -> LockSupport.parkNanos(Duration.ofMillis(Long.parseLong(millis))
                                        .toNanos()));
                    }
                }

                @Override
                public boolean wantsSteps() {
                    return told("halt").isPresent() || told("slow").isPresent();
                }
            };
        }

        @Bean
        @Primary
        Clock shiftedClock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Instant.now()
                            .plusSeconds(told("clock").map(Long::parseLong).orElse(0L));
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException("the server's clock is UTC");
                }
            };
        }
    }
}
