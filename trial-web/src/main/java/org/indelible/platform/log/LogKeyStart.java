package org.indelible.platform.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CheckpointKey;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.StartRefused;

/** What has to hold of the key that signs checkpoints before anything is signed: it is there, and it is the one whose turn it is. */
record LogKeyStart(IndelibleHome home, LogNames names) {
    private static final String LOST =
            "Restore INDELIBLE_HOME/keystore from its backup, or give this node the one of the"
                    + " installation. Only where there is none any more, with the application stopped on every node:"
                    + " java -jar indelible.jar rotate-key log --lost";

    /** A new installation makes a key; one that has signed something needs the key it has. */
    void requireKey(boolean rotating) {
        Path keyStore = home.keyStore();
        if (CheckpointKey.isNextIn(keyStore) && !rotating) {
            throw new StartRefused(
                    "A rotation of the key that signs checkpoints was begun and did not come to its end.",
                    "Run java -jar indelible.jar rotate-key log once more: it goes on where it stopped.");
        }
        boolean whole = CheckpointKey.isIn(keyStore) && InstallationName.isIn(home);
        if (!whole && names.lastNote(LedgerStore.PLATFORM).isPresent()) {
            throw new StartRefused(
                    "The ledgers hold signed checkpoints, and the key that signed them, or the installation's name beside"
                            + " it, is not in " + keyStore + ".",
                    LOST);
        }
    }

    /** The name stands in everything that was ever signed. */
    void restoreName() {
        if (!InstallationName.isIn(home)) {
            lastCheckpoint()
                    .ifPresent(last -> InstallationName.restore(
                            home, last.origin().substring(0, last.origin().lastIndexOf('/'))));
        }
    }

    /** Notes the public key apart from the key store, for the day when that is gone. */
    void requireInForce(LogIdentity identity) {
        try {
            Optional<String> note = names.lastNote(LedgerStore.PLATFORM);
            LogKeys keys = names.keys(LedgerStore.PLATFORM, identity);
            if (!keys.problems().isEmpty()) {
                throw notInForce(String.join("; ", keys.problems()));
            }
            if (note.isPresent()) {
                SignedNote signed = SignedNote.parse(note.get().getBytes(StandardCharsets.UTF_8));
                Checkpoint last = Checkpoint.of(signed);
                LogName log =
                        LogName.parse(last.origin().substring(last.origin().lastIndexOf('/') + 1));
                signed.verify(List.of(keys.verifier(log, last.size())));
            }
            note(identity);
        } catch (NoteVerificationException e) {
            throw notInForce(String.valueOf(e.getMessage()));
        } catch (NoteFormatException | CheckpointFormatException e) {
            throw notInForce("the last checkpoint in the database is none: " + e.getMessage());
        }
    }

    private static StartRefused notInForce(String why) {
        return new StartRefused(
                "The key in the key store is not the one that signs the checkpoints of these ledgers now: " + why + ".",
                LOST);
    }

    private void note(LogIdentity identity) {
        try {
            Files.writeString(
                    home.logKeyFile(),
                    identity.verifierKey(LedgerStore.PLATFORM) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefused(
                    home.logKeyFile() + " cannot be written: " + e,
                    "Set INDELIBLE_HOME to a directory that this user may create and write.",
                    e);
        }
    }

    private Optional<Checkpoint> lastCheckpoint() {
        try {
            Optional<String> note = names.lastNote(LedgerStore.PLATFORM);
            return note.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Checkpoint.of(SignedNote.parse(note.get().getBytes(StandardCharsets.UTF_8))));
        } catch (NoteFormatException | CheckpointFormatException e) {
            throw notInForce("the last checkpoint in the database is none: " + e.getMessage());
        }
    }
}
