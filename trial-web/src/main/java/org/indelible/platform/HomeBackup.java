package org.indelible.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.ErasureJournal;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.HighWaterMark;

/**
 * What of INDELIBLE_HOME belongs to a backup: the key store (the authority's and the checkpoint keys, the installation's name, the
 * generated key store password if there is one), the high-water file with what lies beside it, and the erasure journal.
 *
 * @param directory of the backup
 */
public record HomeBackup(IndelibleHome home, Path directory) {
    private static final String KEY_STORE = "keystore";

    /** Copies the files into the backup. */
    public void save() {
        try {
            Path keys = Files.createDirectories(directory.resolve(KEY_STORE));
            for (Path file : files(home.keyStore())) {
                Files.copy(file, keys.resolve(file.getFileName().toString()));
            }
            for (Path file : highWaterFiles(home.root())) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
            saved(home.erasureJournal()).add(new ErasureJournal(home.erasureJournal()).lines());
        } catch (IOException e) {
            throw new StartRefused(
                    "The backup cannot be written to " + directory + ": " + e,
                    "Name an empty directory with free space.",
                    e);
        }
    }

    /** Puts the files in place. What the home knows of later checkpoints than the backup is never forgotten: then it refuses. */
    public void restore() {
        try {
            refuseOlder();
            for (Path file : files(directory.resolve(KEY_STORE))) {
                place(file, home.keyStore().resolve(file.getFileName().toString()));
            }
            for (Path file : highWaterFiles(directory)) {
                Path target = home.root().resolve(file.getFileName().toString());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
            new ErasureJournal(home.erasureJournal())
                    .add(saved(home.erasureJournal()).lines());
        } catch (IOException e) {
            throw new StartRefused(
                    "The backup in " + directory + " cannot be read: " + e, "Name the directory of a backup.", e);
        }
    }

    /**
     * Adds what a journal says to that of the home, which is asked once the database stands again.
     *
     * @param journal file of an erasure journal; one that is not there says nothing
     */
    public static void addJournal(IndelibleHome home, Path journal) {
        new ErasureJournal(home.erasureJournal()).add(new ErasureJournal(journal).lines());
    }

    private ErasureJournal saved(Path ofHome) {
        return new ErasureJournal(directory.resolve(String.valueOf(ofHome.getFileName())));
    }

    private void refuseOlder() throws IOException {
        HighWaterFile saved = new HighWaterFile(
                directory.resolve(home.highWaterFile().getFileName().toString()));
        List<String> lost = new ArrayList<>();
        for (HighWaterMark mark : new HighWaterFile(home.highWaterFile()).marks()) {
            long size = saved.mark(mark.origin()).map(HighWaterMark::size).orElse(0L);
            if (size < mark.size()) {
                lost.add("of " + mark.origin() + " a checkpoint over " + mark.size()
                        + " entries was signed here, the backup holds " + size);
            }
        }
        if (!lost.isEmpty()) {
            throw new StartRefused(
                    "The backup is older than what this installation has signed since: " + String.join("; ", lost)
                            + ".",
                    "Restore the newest backup. Entries that were signed are never quietly dropped.");
        }
    }

    private static void place(Path file, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.copy(file, target);
        } else if (!Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(target))) {
            throw new StartRefused(
                    "INDELIBLE_HOME already has another " + target.getFileName() + " than the backup.",
                    "Restore into an empty INDELIBLE_HOME, or into that of the same installation.");
        }
    }

    private List<Path> highWaterFiles(Path parent) throws IOException {
        String name = Optional.ofNullable(home.highWaterFile().getFileName())
                .map(Path::toString)
                .orElseThrow();
        return files(parent).stream()
                .filter(file -> file.getFileName().toString().equals(name)
                        || file.getFileName().toString().equals(name + "-tail"))
                .toList();
    }

    private static List<Path> files(Path parent) throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
