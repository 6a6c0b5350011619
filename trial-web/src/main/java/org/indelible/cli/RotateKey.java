package org.indelible.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.keys.AuthorityRotation;
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
            "Let a new key take the place of the one that signs the checkpoints of all ledgers, or of the one that certifies authors. The old",
            "one vouches for the new, and signs nothing again; what it has signed goes on to verify. The application has to be stopped on all",
            "nodes; each gets the new key store."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:rotated",
            "1:refused, with the reason",
            "64:usage",
            "70:the installation cannot be opened, for instance because the application is running"
        })
final class RotateKey implements Callable<Integer> {
    private final ApplicationStart start;

    /** The keys that can be replaced, by the names they have here. */
    enum Which {
        /** Signs checkpoints. */
        log,
        /** Certifies authors. */
        ca
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "<log|ca>",
            description = "Which key: 'log' signs the checkpoints, 'ca' certifies authors.")
    private Which which = Which.log;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stands in the ledger.")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "USER", description = "The administrator on whose order.")
    private String by = "";

    @Option(
            names = "--lost",
            description = "The old key is lost and cannot sign the handover; verifiers will say so for good.")
    private boolean lost;

    @Option(
            names = "--old-key",
            paramLabel = "VKEY",
            description = "With --lost: verifier key of the lost one, where INDELIBLE_HOME/log-key is lost too.")
    private @Nullable String oldKey;

    @Option(
            names = "--old-root",
            paramLabel = "FILE",
            description = "With ca --lost: the lost root certificate, where INDELIBLE_HOME/root.der is lost too.")
    private @Nullable Path oldRoot;

    RotateKey(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        return start.offline(
                this::rotate,
                Stream.concat(
                                Stream.of("--indelible.rotating=true"),
                                lost
                                        ? Stream.of(
                                                which == Which.log
                                                        ? "--indelible.log-key-lost=true"
                                                        : "--indelible.authority-lost=true")
                                        : Stream.empty())
                        .toArray(String[]::new));
    }

    private int rotate(ApplicationContext context) {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        try {
            switch (which) {
                case log -> log(context, terminal);
                case ca -> authority(context, terminal);
            }
            return 0;
        } catch (RotationRefused | DomainRefusal | IllegalArgumentException refused) {
            terminal.red(String.valueOf(refused.getMessage()));
            return IndelibleCommand.FOUND_WRONG;
        }
    }

    private void log(ApplicationContext context, Terminal terminal) {
        LogKeyRotation rotation = context.getBean(LogKeyRotation.class);
        List<SignedCheckpoint> begun = lost
                ? rotation.replaceLost(Optional.ofNullable(oldKey), new AccountId(by), Reason.of(reason))
                : rotation.rotate(new AccountId(by), Reason.of(reason));
        terminal.green("The key that signs checkpoints is another from here on. Its first:");
        begun.forEach(
                first -> terminal.line("  " + first.origin() + ", " + first.size() + " entries, root " + first.root()));
        terminal.line(
                "Tell whoever names this log in a trust policy, witnesses among them, and give every node this key store.");
    }

    private void authority(ApplicationContext context, Terminal terminal) {
        AuthorityRotation rotation = context.getBean(AuthorityRotation.class);
        String thumbprint = lost
                ? rotation.replaceLost(Optional.ofNullable(oldRoot), new AccountId(by), Reason.of(reason))
                : rotation.rotate(new AccountId(by), Reason.of(reason));
        terminal.green("Authors are certified by another authority from here on, with the root " + thumbprint + ".");
        terminal.line("Give every node this key store.");
    }
}
