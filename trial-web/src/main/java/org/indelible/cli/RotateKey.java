package org.indelible.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.keys.LogKeyRotation;
import org.indelible.keys.RotationRefused;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets another key take the place of one of the installation's. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description = {
            "Let a new key take the place of the one that signs the checkpoints of all ledgers. The old one signs the handover, and never",
            "anything again; what it has signed goes on to verify. The application has to be stopped on all nodes; each gets the new key store."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:rotated; the first checkpoints of the new key are printed",
            "1:refused, with the reason",
            "64:usage",
            "70:the installation cannot be opened, for instance because the application is running"
        })
final class RotateKey implements Callable<Integer> {
    private final ApplicationStart start;

    /** The keys that can be replaced, by the names they have here. */
    enum Which {
        /** Signs checkpoints. */
        log
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "log", description = "Which key: 'log' signs the checkpoints.")
    private Which which = Which.log;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stands in the ledger.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "USER", description = "The administrator on whose order.")
    private String by = "";

    @Option(names = "--lost", description = "The old key is lost and cannot sign the handover; verifiers will say so for good.")
    private boolean lost;

    @Option(
            names = "--old-key",
            paramLabel = "VKEY",
            description = "With --lost: verifier key of the lost one, where INDELIBLE_HOME/log-key is lost too.")
    private @Nullable String oldKey;

    RotateKey(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        return start.offline(
                this::rotate,
                Stream.concat(
                                Stream.of("--indelible.rotating=true"),
                                lost ? Stream.of("--indelible.log-key-lost=true") : Stream.empty())
                        .toArray(String[]::new));
    }

    private int rotate(ApplicationContext context) {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        LogKeyRotation rotation = context.getBean(LogKeyRotation.class);
        try {
            AccountId orderedBy = new AccountId(by);
            List<SignedCheckpoint> begun =
                    switch (which) {
                        case log ->
                            lost
                                    ? rotation.replaceLost(Optional.ofNullable(oldKey), orderedBy, Reason.of(reason))
                                    : rotation.rotate(orderedBy, Reason.of(reason));
                    };
            terminal.green("The key that signs checkpoints is another from here on. Its first:");
            begun.forEach(first ->
                    terminal.line("  " + first.origin() + ", " + first.size() + " entries, root " + first.root()));
            terminal.line("Tell whoever names this log in a trust policy, witnesses among them, and give every node this key store.");
            return 0;
        } catch (RotationRefused | DomainRefusal | IllegalArgumentException refused) {
            terminal.red(String.valueOf(refused.getMessage()));
            return IndelibleCommand.FOUND_WRONG;
        }
    }
}
