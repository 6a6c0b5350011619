package org.indelible.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.indelible.anchoring.verify.LedgerVerifier;
import org.indelible.anchoring.verify.Outcome;
import org.indelible.anchoring.verify.VerificationReport;
import org.indelible.erasure.ErasureReplay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings a backup back into an empty database, and verifies what is there then. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Restore a backup into an empty database and INDELIBLE_HOME, apply erasures again, and verify every"
                    + " ledger.",
            "Where the home's high-water file knows of later checkpoints than the backup, nothing is restored."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:restored, and everything verifies",
            "1:restored, but something does not verify",
            "70:nothing was restored; the message says why"
        })
final class Restore implements Callable<Integer> {
    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIRECTORY", description = "The directory of a backup.")
    private Path directory = Path.of("");

    @Option(
            names = "--erasure-journal",
            paramLabel = "FILE",
            description = {
                "The file erasure-journal of an INDELIBLE_HOME, where that is not the home restored into:",
                "what was erased after the backup was written is erased again."
            })
    private @Nullable Path journal;

    Restore(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        return start.offline(
                context -> {
                    context.getBean(ErasureReplay.class).reapply();
                    VerificationReport report = context.getBean(LedgerVerifier.class)
                            .verifyAll((name, done, total) -> terminal.progress("Verifying " + name, done, total));
                    terminal.report(report);
                    return report.outcome() == Outcome.FAILED ? IndelibleCommand.FOUND_WRONG : 0;
                },
                "--indelible.restore-from=" + directory.toAbsolutePath(),
                "--indelible.erasure-journal=" + (journal == null ? "" : journal.toAbsolutePath()));
    }
}
