package org.indelible.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.ledger.LedgerLoss;
import org.indelible.platform.IndelibleHome;

/**
 * How much was left of each ledger when its recovery began, for the case that it is interrupted: the sign-ins of the two persons are entries
 * already, and must not count as left over.
 */
final class RecoveryNotes {
    private final Path file;

    RecoveryNotes(IndelibleHome home) {
        this.file = home.root().resolve("recovering");
    }

    Optional<Long> noted(String ledger) {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith(ledger + ' '))
                            .map(line -> Long.parseLong(line.substring(ledger.length() + 1)))
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(List<LedgerLoss> losses) {
        try {
            Files.writeString(
                    file,
                    losses.stream()
                            .map(loss -> loss.ledger() + ' ' + loss.survived() + '\n')
                            .collect(Collectors.joining()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
