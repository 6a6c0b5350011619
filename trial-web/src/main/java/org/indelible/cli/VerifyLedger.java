package org.indelible.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.ledger.FullVerification;
import org.indelible.trial.TrialEvent.SimulatedClockDeclared;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks every entry of a ledger, with nothing but what is stored and the public keys. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description =
                "Verify every entry, link, seal, certificate, tile and checkpoint of one ledger or of all, and the rows shown.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was checked and passed",
            "1:something failed; the findings name the exact entry",
            "2:nothing failed, but something could not be checked",
            "64:usage, or no such ledger",
            "70:the installation cannot be opened, for instance because the application is running"
        })
final class VerifyLedger implements Callable<Integer> {
    private static final String ALL = "all";
    private static final int NOT_CHECKED = 2;

    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "<ledger|all>", description = "Id of a trial, 'platform', or 'all'.")
    private String ledger = "";

    VerifyLedger(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        return start.offline(this::verify, "--indelible.verifying=true");
    }

    private int verify(ApplicationContext context) {
        CommandSpec command = Objects.requireNonNull(spec);
        List<String> known = context.getBean(LedgerStore.class).ledgers();
        if (!ledger.equals(ALL) && !known.contains(ledger)) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no ledger '" + ledger + "'. There are: all, " + String.join(", ", known) + ".");
        }
        Terminal terminal = new Terminal(command);
        ProgressListener progress = (name, done, total) -> terminal.progress("Verifying " + name, done, total);
        FullVerification verifier = context.getBean(FullVerification.class);
        VerificationReport report =
                ledger.equals(ALL) ? verifier.verifyAll(progress) : verifier.verify(ledger, progress);
        terminal.report(report);
        if (report.outcome() != Outcome.FAILED) {
            EventStore events = context.getBean(EventStore.class);
            known.stream()
                    .filter(name -> ledger.equals(ALL) || ledger.equals(name))
                    .forEach(name -> simulated(name, events).ifPresent(terminal::line));
        }
        return exitCode(report.outcome());
    }

    /** What the first entry of an enacted trial says of its times; told from the ledger, which has just been verified. */
    private static Optional<String> simulated(String ledger, EventStore events) {
        return events.readEvents("trial:" + ledger)
                .asStream()
                .limit(1)
                .filter(event -> event.getPayload() instanceof SimulatedClockDeclared)
                .map(event -> ((SimulatedClockDeclared) event.getPayload()).clock())
                .map(clock -> "Ledger " + ledger + " declares a simulated clock: its times from " + clock.from()
                        + " to " + clock.to() + " were enacted.")
                .findFirst();
    }

    private static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> 0;
            case FAILED -> IndelibleCommand.FOUND_WRONG;
            case NOT_CHECKED -> NOT_CHECKED;
        };
    }
}
