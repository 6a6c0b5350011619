package org.indelible.anchoring.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which entry stands where, for every entry this node acknowledged and no checkpoint covers yet: a line {@code <ledger> <leaf index> <leaf
 * hash>} each, outside the database. Whoever alters the end of the log before the next checkpoint is found out by it. Written before a
 * command is answered, but not forced to the disk: it outlives the process, and of a machine that crashes it may lose the last lines,
 * which then are as if there were none.
 */
public final class AcknowledgedFile implements AcknowledgedEntries {
    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgedFile.class);
    private static final Pattern LINE = Pattern.compile("(\\S+) (0|[1-9][0-9]{0,17}) ([A-Za-z0-9+/]{43}=)");

    private record Line(String ledger, long leafIndex, Hash hash) {
        @Override
        public String toString() {
            return ledger + ' ' + leafIndex + ' ' + hash + '\n';
        }
    }

    private final Path path;

    AcknowledgedFile(Path path) {
        this.path = path;
    }

    @Override
    public synchronized void stored(List<AppendedEntry> entries) {
        StringBuilder lines = new StringBuilder();
        for (AppendedEntry entry : entries) {
            lines.append(new Line(entry.ledger(), entry.leafIndex(), hash(entry.leafHash())));
        }
        try {
            Files.writeString(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error(
                    "{} cannot be written ({}): until the next checkpoint nothing outside the database knows of {} entries",
                    path,
                    e.toString(),
                    entries.size());
        }
    }

    /** The leaf hashes known of a ledger, by leaf index. */
    public NavigableMap<Long, Hash> leaves(String ledger) throws IOException {
        NavigableMap<Long, Hash> leaves = new TreeMap<>();
        read().stream()
                .filter(line -> line.ledger().equals(ledger))
                .forEach(line -> leaves.put(line.leafIndex(), line.hash()));
        return leaves;
    }

    /** Ledgers of which anything is known here. */
    public Set<String> ledgers() throws IOException {
        Set<String> ledgers = new TreeSet<>();
        read().forEach(line -> ledgers.add(line.ledger()));
        return ledgers;
    }

    /** Forgets the entries before this leaf index: a checkpoint covers them, and they were what they had been when it was signed. */
    synchronized void settle(String ledger, long size) throws IOException {
        List<Line> lines = read();
        List<Line> open = lines.stream()
                .filter(line -> !line.ledger().equals(ledger) || line.leafIndex() >= size)
                .toList();
        if (open.size() < lines.size()) {
            replace(open);
        }
    }

    private void replace(List<Line> lines) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, text(lines));
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::toString).collect(Collectors.joining());
    }

    /**
     * Sets the lines of lost entries aside, into a file of their own beside this one: those from a leaf index on that say otherwise than
     * what is stored. Two persons have declared them lost.
     *
     * @param stored the leaves there are from that index on
     */
    synchronized void setAside(String ledger, long from, Map<Long, Hash> stored) throws IOException {
        List<Line> kept = new ArrayList<>();
        List<Line> lost = new ArrayList<>();
        for (Line line : read()) {
            boolean isLost = line.ledger().equals(ledger)
                    && line.leafIndex() >= from
                    && !Optional.ofNullable(stored.get(line.leafIndex()))
                            .filter(line.hash()::equals)
                            .isPresent();
            (isLost ? lost : kept).add(line);
        }
        if (lost.isEmpty()) {
            return;
        }
        Path aside = path.resolveSibling(path.getFileName() + "-lost");
        Files.writeString(aside, text(lost), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        replace(kept);
    }

    /** What a crash of the machine left torn is passed over; the rest still counts. */
    private synchronized List<Line> read() throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    lines.add(
                            new Line(matcher.group(1), Long.parseLong(matcher.group(2)), Hash.parse(matcher.group(3))));
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return lines;
        } catch (EncodingException e) {
            throw new IOException(path + " is damaged: " + e.getMessage(), e);
        }
        return lines;
    }

    private static Hash hash(String base64Url) {
        try {
            return Hash.of(Base64Text.URL.decode(base64Url));
        } catch (EncodingException e) {
            throw new IllegalArgumentException("a leaf hash is base64url", e);
        }
    }
}
