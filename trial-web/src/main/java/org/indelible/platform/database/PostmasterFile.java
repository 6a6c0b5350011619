package org.indelible.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code postmaster.pid} that a running PostgreSQL keeps in its data directory (PostgreSQL source, {@code
 * utils/pidfile.h}: line 1 process id, line 2 data directory). After a crash it may name a process that is gone, or one that has
 * nothing to do with it.
 */
record PostmasterFile(long pid, Path dataDirectory) {
    /** Who the named process is, as far as it can be proven. */
    enum Holder {
        /** No such process, or what is left of one that has ended. */
        GONE,
        /** A PostgreSQL over this very data directory. */
        OURS,
        /** Some other program that was given the same process id later. */
        STRANGER,
        /** The operating system does not tell. */
        UNKNOWN
    }

    static Path in(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    static Optional<PostmasterFile> read(Path dataDirectory) throws IOException {
        Path file = in(dataDirectory);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        // The id is negative for a stand-alone back end.
        return Optional.of(new PostmasterFile(
                Math.abs(Long.parseLong(lines.get(0).strip())),
                Path.of(lines.get(1).strip())));
    }

    Holder holder() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return Holder.GONE;
        }
        Path entry = Path.of("/proc", Long.toString(pid));
        return Files.isDirectory(entry) ? holderByProc(entry) : holderByCommand(process.get());
    }

    /** A postmaster changes into its data directory, so its working directory is proof. */
    private Holder holderByProc(Path entry) {
        try {
            Path program = Files.readSymbolicLink(entry.resolve("exe"));
            Path workingDirectory = Files.readSymbolicLink(entry.resolve("cwd"));
            boolean postgres = program.getFileName().toString().startsWith("postgres");
            return postgres && workingDirectory.equals(dataDirectory.toRealPath()) ? Holder.OURS : Holder.STRANGER;
        } catch (NoSuchFileException endedMeanwhile) {
            return Holder.GONE;
        } catch (IOException e) {
            return Holder.UNKNOWN;
        }
    }

    private Holder holderByCommand(ProcessHandle process) {
        Optional<String> program = process.info().command();
        Optional<String[]> arguments = process.info().arguments();
        if (program.isEmpty() || arguments.isEmpty()) {
            return Holder.UNKNOWN;
        }
        boolean postgres = Path.of(program.get()).getFileName().toString().startsWith("postgres");
        return postgres && List.of(arguments.get()).contains(dataDirectory.toString()) ? Holder.OURS : Holder.STRANGER;
    }
}
