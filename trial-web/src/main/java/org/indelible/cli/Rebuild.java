package org.indelible.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.indelible.readmodel.projection.ReadModelRebuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Drops the read models and makes them again from the ledgers. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Drop every read model and make it again from the ledgers. Nothing in the ledgers changes.")
final class Rebuild implements Callable<Integer> {
    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    Rebuild(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(Objects.requireNonNull(spec));
        return start.offline(context -> {
            long[] entries = {0};
            context.getBean(ReadModelRebuild.class).rebuild((done, total) -> {
                entries[0] = total;
                terminal.progress("Rebuilding the read models", done, total);
            });
            terminal.green("The read models were rebuilt from %,d entries.".formatted(entries[0]));
            return 0;
        });
    }
}
