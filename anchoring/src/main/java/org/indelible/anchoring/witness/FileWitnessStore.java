package org.indelible.anchoring.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A witness's memory in one file. Every change writes a new file, flushes it and its directory, and takes the old one's place, so that
 * whatever happens there is a whole one. One process at a time: a second witness on the same file could be told another history.
 */
public final class FileWitnessStore implements WitnessStore, AutoCloseable {
    /** Of those beyond, the oldest go. */
    private static final int REFUSED_KEPT = 1000;

    private final Path file;
    private final FileChannel lockFile;
    private Map<String, SeenCheckpoint> seen;
    private List<RefusedCheckpoint> refused;

    private FileWitnessStore(Path file, FileChannel lockFile, StoredWitness stored) {
        this.file = file;
        this.lockFile = lockFile;
        this.seen = stored.seen();
        this.refused = stored.refused();
    }

    /** Opens the file; where there is none, the witness has seen nothing yet. */
    public static FileWitnessStore open(Path file) throws IOException {
        Path directory = Files.createDirectories(
                        file.toAbsolutePath().normalize().resolveSibling("."))
                .normalize();
        FileChannel lockFile = FileChannel.open(
                directory.resolve(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(file, lockFile);
            return new FileWitnessStore(
                    file,
                    lockFile,
                    Files.exists(file)
                            ? StoredWitness.parse(Files.readString(file, UTF_8))
                            : new StoredWitness(new LinkedHashMap<>(), new ArrayList<>()));
        } catch (IOException e) {
            lockFile.close();
            throw e;
        }
    }

    private static void lock(Path file, FileChannel lockFile) throws IOException {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is in use by another witness of this process", e);
        }
        throw new IOException(file + " is in use by another process");
    }

    @Override
    public synchronized Optional<SeenCheckpoint> latest(String origin) {
        return Optional.ofNullable(seen.get(origin));
    }

    @Override
    public synchronized boolean advance(long expectedSize, SeenCheckpoint next) throws IOException {
        long size = latest(next.origin()).map(SeenCheckpoint::size).orElse(0L);
        if (size != expectedSize || next.size() < size) {
            return false;
        }
        Map<String, SeenCheckpoint> changed = new LinkedHashMap<>(seen);
        changed.put(next.origin(), next);
        write(new StoredWitness(changed, refused));
        seen = changed;
        return true;
    }

    @Override
    public synchronized void refuse(RefusedCheckpoint next) throws IOException {
        if (refused.stream().anyMatch(known -> isSame(known, next))) {
            return;
        }
        List<RefusedCheckpoint> changed = new ArrayList<>();
        changed.add(next);
        changed.addAll(refused.subList(0, Math.min(refused.size(), REFUSED_KEPT - 1)));
        write(new StoredWitness(seen, changed));
        refused = changed;
    }

    private static boolean isSame(RefusedCheckpoint one, RefusedCheckpoint other) {
        return one.origin().equals(other.origin())
                && one.size() == other.size()
                && one.root().equals(other.root());
    }

    @Override
    public synchronized List<SeenCheckpoint> all() {
        return List.copyOf(seen.values());
    }

    @Override
    public synchronized List<RefusedCheckpoint> refused() {
        return List.copyOf(refused);
    }

    private void write(StoredWitness stored) throws IOException {
        Path directory = file.toAbsolutePath().normalize().getParent();
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(stored.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (directory != null) {
            try (FileChannel renamed = FileChannel.open(directory, StandardOpenOption.READ)) {
                renamed.force(true);
            }
        }
    }

    /** Lets the file go; the lock ends with its channel. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
