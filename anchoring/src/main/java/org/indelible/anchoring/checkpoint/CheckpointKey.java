package org.indelible.anchoring.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.indelible.anchoring.certificate.SigningKeyFile;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteSigner;
import org.indelible.anchoring.primitive.Ed25519Signer;

/**
 * The key with which an installation signs the checkpoints of all its ledgers. Each ledger signs under its origin as key name, as
 * tlog-checkpoint recommends, so each has a verifier key of its own.
 */
public final class CheckpointKey {
    private static final String FILE = "checkpoint-key.p12";
    private static final String NEXT = "checkpoint-key-next.p12";

    private final Ed25519Signer signer;

    private CheckpointKey(Ed25519Signer signer) {
        this.signer = signer;
    }

    /** Opens the key kept in the directory; where there is none, creates it. */
    public static CheckpointKey open(Path directory, char[] password) throws IOException {
        return new CheckpointKey(SigningKeyFile.openOrCreate(directory.resolve(FILE), password, "Indelible checkpoints")
                .signer());
    }

    /** Whether there is a key in the directory. */
    public static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** Whether there is one that is to take its place, and has not yet. */
    public static boolean isNextIn(Path directory) {
        return Files.exists(directory.resolve(NEXT));
    }

    /** Opens the key that is to take the place of the one in the directory; where there is none, creates it. */
    public static CheckpointKey openNext(Path directory, char[] password) throws IOException {
        return new CheckpointKey(SigningKeyFile.openOrCreate(directory.resolve(NEXT), password, "Indelible checkpoints")
                .signer());
    }

    /** The next key becomes the key; what was the key is gone. */
    public static void promote(Path directory) throws IOException {
        Files.move(
                directory.resolve(NEXT),
                directory.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel renamed = FileChannel.open(directory, StandardOpenOption.READ)) {
            renamed.force(true);
        }
    }

    /** The key itself, for whoever names the origins. */
    public Ed25519Signer signer() {
        return signer;
    }

    public NoteSigner signer(String origin) {
        try {
            return NoteSigner.of(origin, signer);
        } catch (NoteFormatException e) {
            throw new IllegalArgumentException("origin " + origin + ": " + e.getMessage(), e);
        }
    }
}
