package org.indelible.anchoring.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was ever erased, one line each, in a file outside the database: a backup that is older than an erasure brings the value back, this
 * file says that it has to go again. Lines are only ever added, and are durable when {@link #add} returns, which is before anything is
 * erased. A last line without its end was being written when the machine stopped, before its erasure began, and counts as not there.
 */
public final class ErasureJournal {
    private final Path path;

    public ErasureJournal(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** All lines, in the order in which they were added. */
    public synchronized List<ErasureLine> lines() {
        try {
            return List.copyOf(read().values());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Adds those that name what no line names yet. */
    public synchronized void add(Collection<ErasureLine> lines) {
        try {
            Map<String, ErasureLine> known = read();
            List<ErasureLine> fresh = new ArrayList<>();
            for (ErasureLine line : lines) {
                if (known.putIfAbsent(line.name(), line) == null) {
                    fresh.add(line);
                }
            }
            if (!fresh.isEmpty()) {
                append(fresh);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Map<String, ErasureLine> read() throws IOException {
        Map<String, ErasureLine> lines = new LinkedHashMap<>();
        for (String line : whole().split("\n", -1)) {
            if (!line.isEmpty()) {
                ErasureLine read = parse(line);
                lines.putIfAbsent(read.name(), read);
            }
        }
        return lines;
    }

    private static ErasureLine parse(String line) throws IOException {
        try {
            return ErasureLine.parse(line);
        } catch (IllegalArgumentException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    /** Up to the last end of a line. */
    private String whole() throws IOException {
        String text = Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private void append(List<ErasureLine> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(whole().getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("the erasure journal " + path + " cannot be used: " + e.getMessage(), e);
    }
}
