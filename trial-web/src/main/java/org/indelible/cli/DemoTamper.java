package org.indelible.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.demo.TamperTarget;
import org.indelible.demo.TamperTargets;
import org.indelible.platform.IndelibleHome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows what becomes of a value that is changed behind the application's back, in a copy of the demo. */
@Command(
        name = "demo-tamper",
        mixinStandardHelpOptions = true,
        description = {
            "Alter one value of the demo in a copy of the store, as the owner of its tables, and verify the copy.",
            "The application has to be stopped; the store itself is only read."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the altered entry was named, and the store itself verifies",
            "1:the altered entry was not named, or the store itself does not verify",
            "70:the installation cannot be opened, or there is no demo in it"
        })
final class DemoTamper implements Callable<Integer> {
    private static final String FORGED = "118";

    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    DemoTamper(ApplicationStart start) {
        this.start = start;
    }

    private record Found(Path home, Optional<TamperTarget> target) {}

    @Override
    public Integer call() throws IOException {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        AtomicReference<@Nullable Found> found = new AtomicReference<>();
        start.offline(context -> {
            found.set(new Found(
                    context.getBean(IndelibleHome.class).root(),
                    context.getBean(TamperTargets.class).find()));
            return 0;
        });
        Path home = Objects.requireNonNull(found.get()).home();
        TamperTarget target = found.get()
                .target()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no demo in " + home + ". Start the application once on an empty INDELIBLE_HOME."));
        describe(target, terminal);
        boolean named = tamper(home, target, terminal);
        boolean sound = start.offline(context -> stillVerifies(context, target, terminal) ? 0 : 1) == 0;
        return named && sound ? 0 : IndelibleCommand.FOUND_WRONG;
    }

    private static void describe(TamperTarget target, Terminal terminal) {
        terminal.line(
                "The entry:  " + target.leafIndex() + " of ledger " + target.ledger() + " (" + target.stream() + ")");
        terminal.line("  what      " + target.place() + " = " + target.value());
        terminal.line("  who       " + target.actor() + " (" + words(target.role()) + ")");
        terminal.line("  when      " + target.at() + " (simulated clock)");
    }

    private boolean tamper(Path home, TamperTarget target, Terminal terminal) throws IOException {
        try (HomeCopy copy = HomeCopy.of(home)) {
            terminal.line(
                    "In a copy of the store, the owner of the tables drops the fences and makes it " + FORGED + ".");
            return start.offline(context -> named(context, target, terminal) ? 0 : 1, "--indelible.home=" + copy.root())
                    == 0;
        }
    }

    private static boolean named(ApplicationContext copy, TamperTarget target, Terminal terminal) {
        try {
            new Tampering(target, FORGED).commit(copy);
        } catch (SQLException e) {
            throw new IllegalStateException("The copy could not be altered: " + e.getMessage(), e);
        }
        VerificationReport report = verify(copy, target, terminal);
        for (Finding finding : report.failures()) {
            terminal.red("FAILED  " + finding.subject() + " of ledger " + finding.ledger() + ", "
                    + finding.stream().orElse("") + ": " + finding.message());
        }
        boolean named = report.failures().stream()
                .anyMatch(finding -> finding.leafIndex().orElse(-1) == target.leafIndex());
        if (named) {
            terminal.red("Entry " + target.leafIndex() + " was altered: " + target.actor() + " ("
                    + words(target.role()) + ") recorded " + target.place() + " at " + target.at()
                    + "; what is stored now is not what was sealed then.");
        }
        return named;
    }

    private static boolean stillVerifies(ApplicationContext store, TamperTarget target, Terminal terminal) {
        VerificationReport report = verify(store, target, terminal);
        boolean sound = report.outcome() != Outcome.FAILED;
        if (sound) {
            terminal.green("The store itself was not touched: its %,d entries verify.".formatted(report.entries()));
        } else {
            terminal.report(report);
        }
        return sound;
    }

    private static VerificationReport verify(ApplicationContext context, TamperTarget target, Terminal terminal) {
        return context.getBean(LedgerVerifier.class)
                .verify(target.ledger(), (name, done, total) -> terminal.progress("Verifying", done, total));
    }

    private static String words(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
