package org.indelible.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.indelible.platform.database.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes database, key store and high-water file into a directory. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Write the ledgers, the accounts, the key vault, the key store and the high-water file into a directory.",
            "Keep its parts 'keystore' and 'vault' apart from the rest, and not for longer than you must: what is erased",
            "stays readable with a copy of its key. On an external database another node's INDELIBLE_HOME with the same",
            "keys can write a backup while the application runs; on the embedded one the application has to be stopped."
        })
final class BackUp implements Callable<Integer> {
    private final ApplicationStart start;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIRECTORY", description = "An empty directory, or one that is to be made.")
    private Path directory = Path.of("");

    BackUp(ApplicationStart start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new ParameterException(command.commandLine(), directory + " is not empty.");
            }
        }
        return start.offline(context -> {
            long rows = context.getBean(Backup.class).write(directory);
            new Terminal(command)
                    .green("Backup of %,d rows, key store and high-water file in %s.".formatted(rows, directory));
            return 0;
        });
    }
}
