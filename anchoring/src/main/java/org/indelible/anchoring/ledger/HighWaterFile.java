package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The largest checkpoint signed of each ledger, one line each, in a file outside the database: whoever sets the database back does not set
 * this back with it. Replaced as a whole and atomically; durable when {@link #raise} returns.
 */
public final class HighWaterFile {
    private final Path path;
    private final AcknowledgedFile acknowledged;

    public HighWaterFile(Path path) {
        this.path = path.toAbsolutePath();
        this.acknowledged = new AcknowledgedFile(this.path.resolveSibling(this.path.getFileName() + "-tail"));
    }

    /** What lies beside it: the entries acknowledged since the last checkpoint. */
    public AcknowledgedFile acknowledged() {
        return acknowledged;
    }

    /** Whether any checkpoint was ever recorded here. */
    public boolean exists() {
        return Files.exists(path);
    }

    public synchronized Collection<HighWaterMark> marks() throws IOException {
        return read().values();
    }

    public synchronized Optional<HighWaterMark> mark(String origin) throws IOException {
        return Optional.ofNullable(read().get(origin));
    }

    /** Records a checkpoint unless one as large is recorded; the file never goes back. */
    public synchronized void raise(HighWaterMark mark) throws IOException {
        Map<String, HighWaterMark> marks = read();
        HighWaterMark known = marks.get(mark.origin());
        if (known != null && known.size() == mark.size() && !known.root().equals(mark.root())) {
            throw new CheckpointRefusedException(
                    CheckpointRefusedException.Reason.ROLLED_BACK,
                    "two different roots at size " + mark.size() + " of " + mark.origin() + ": recorded " + known.root()
                            + ", now " + mark.root() + ". The ledger has been rewritten; run verify-ledger");
        }
        if (known == null || known.size() < mark.size()) {
            marks.put(mark.origin(), mark);
            write(marks.values());
        }
    }

    private Map<String, HighWaterMark> read() throws IOException {
        Map<String, HighWaterMark> marks = new TreeMap<>();
        if (Files.exists(path)) {
            for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                try {
                    HighWaterMark mark = HighWaterMark.parse(line);
                    marks.put(mark.origin(), mark);
                } catch (IllegalArgumentException e) {
                    throw new IOException("the high-water file " + path + " is damaged: " + e.getMessage(), e);
                }
            }
        }
        return marks;
    }

    private void write(Collection<HighWaterMark> marks) throws IOException {
        StringBuilder lines = new StringBuilder();
        marks.forEach(mark -> lines.append(mark).append('\n'));
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncDirectory();
    }

    /** The renaming is durable only once its directory is. */
    private void syncDirectory() throws IOException {
        Path directory = path.getParent();
        if (directory == null) {
            throw new IOException("the high-water file is in no directory: " + path);
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
