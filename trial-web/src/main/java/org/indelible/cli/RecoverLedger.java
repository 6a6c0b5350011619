package org.indelible.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.platform.SecretFile;
import org.indelible.recovery.LedgerRecovery;
import org.indelible.recovery.LedgerRecovery.Person;
import org.indelible.recovery.RecoveryRefused;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.AuthenticationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Two administrators let a ledger go on whose end is lost for good. */
@Command(
        name = "recover-ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Let a ledger go on whose end is lost for good: after the newest backup was restored, and still less is stored than was signed.",
            "Two administrators sign in. What is lost is declared in the ledger, which cites the last checkpoint that was signed and goes on",
            "under another name, so that no two histories are ever signed under one. The application has to be stopped on all nodes."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:recovered; the successor's first checkpoint is printed",
            "1:refused: nothing is lost, or what is left is not whole, or who signed in may not do this",
            "64:usage",
            "70:the installation cannot be opened, for instance because the application is running"
        })
final class RecoverLedger implements Callable<Integer> {
    private static final String ALL = "all";

    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "<ledger|all>",
            description = "Id of a trial, 'platform', or 'all' that have lost their end.")
    private String ledger = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What happened.")
    private String reason = "";

    @Option(names = "--first", required = true, paramLabel = "USER", description = "The administrator who declares.")
    private String first = "";

    @Option(names = "--second", required = true, paramLabel = "USER", description = "The administrator who confirms.")
    private String second = "";

    @Option(names = "--first-password-file", paramLabel = "FILE", description = "Otherwise it is asked for.")
    private @Nullable Path firstPassword;

    @Option(names = "--second-password-file", paramLabel = "FILE", description = "Otherwise it is asked for.")
    private @Nullable Path secondPassword;

    RecoverLedger(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if (first.equals(second)) {
            throw new ParameterException(command.commandLine(), "It takes two persons.");
        }
        Person one = new Person(first, password(first, firstPassword));
        Person other = new Person(second, password(second, secondPassword));
        return start.offline(
                context -> recover(context, one, other, new Terminal(command)), "--indelible.recovering=true");
    }

    private int recover(ApplicationContext context, Person one, Person other, Terminal terminal) {
        LedgerRecovery recovery = context.getBean(LedgerRecovery.class);
        try {
            List<String> ledgers = ledger.equals(ALL) ? recovery.lost() : List.of(ledger);
            if (ledgers.isEmpty()) {
                terminal.line("No ledger has lost anything that is known of.");
                return IndelibleCommand.FOUND_WRONG;
            }
            for (SignedCheckpoint begun : recovery.recover(ledgers, one, other, Reason.of(reason))) {
                terminal.green("Ledger " + begun.ledger() + " goes on as " + begun.origin() + ", from " + begun.size()
                        + " entries with the root " + begun.root() + ".");
            }
            terminal.line(
                    "Tell whoever follows these ledgers, witnesses and regulators among them, that they go on under another name.");
            return 0;
        } catch (RecoveryRefused | DomainRefusal | AuthenticationException refused) {
            terminal.red(String.valueOf(refused.getMessage()));
            return IndelibleCommand.FOUND_WRONG;
        }
    }

    private String password(String user, @Nullable Path file) {
        if (file != null) {
            return new SecretFile(file).read();
        }
        if (System.console() == null) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "No terminal to ask at: give --first-password-file and --second-password-file.");
        }
        return new String(System.console().readPassword("Password for %s: ", user));
    }
}
