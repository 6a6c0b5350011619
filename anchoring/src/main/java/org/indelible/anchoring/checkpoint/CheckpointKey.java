package org.indelible.anchoring.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
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

    private final Ed25519Signer signer;

    private CheckpointKey(Ed25519Signer signer) {
        this.signer = signer;
    }

    /** Opens the key kept in the directory; where there is none, creates it. */
    public static CheckpointKey open(Path directory, char[] password) throws IOException {
        return new CheckpointKey(SigningKeyFile.openOrCreate(directory.resolve(FILE), password, "Indelible checkpoints")
                .signer());
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
