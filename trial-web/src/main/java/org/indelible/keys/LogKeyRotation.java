package org.indelible.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.indelible.account.AccountState.Known;
import org.indelible.anchoring.checkpoint.Checkpoint;
import org.indelible.anchoring.checkpoint.CheckpointFormatException;
import org.indelible.anchoring.checkpoint.CheckpointKey;
import org.indelible.anchoring.checkpoint.KeyHandover;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.CheckpointSigner;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.JdbcCheckpointService;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogKeys;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.LogNames;
import org.indelible.anchoring.ledger.PlatformAppender;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.note.NoteFormatException;
import org.indelible.anchoring.note.NoteVerificationException;
import org.indelible.anchoring.note.SignedNote;
import org.indelible.anchoring.note.VerifierKey;
import org.indelible.anchoring.primitive.Ed25519Key;
import org.indelible.authors.PlatformAuthor;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.logkey.LogKeyCommand.RotateLogKey;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.stereotype.Service;

/**
 * Lets another key sign the checkpoints of all ledgers. The old one signs the heads a last time and hands over, ledger after ledger and
 * {@code platform} last; then the new one takes its file. Interrupted anywhere, it goes on from there with the same new key.
 */
@Service
public class LogKeyRotation {
    private final DataSource dataSource;
    private final CheckpointSigner signer;
    private final CheckpointService checkpoints;
    private final PlatformAppender appender;
    private final HighWaterFile highWater;
    private final LedgerStore ledgers;
    private final LogNames names;
    private final Commands commands;
    private final PlatformAuthor platform;
    private final RecordedAuthority accounts;
    private final IndelibleHome home;
    private final KeyStorePassword password;
    private final Clock clock;

    LogKeyRotation(
            DataSource dataSource,
            CheckpointSigner signer,
            CheckpointService checkpoints,
            PlatformAppender appender,
            HighWaterFile highWater,
            LedgerStore ledgers,
            LogNames names,
            Commands commands,
            PlatformAuthor platform,
            RecordedAuthority accounts,
            IndelibleHome home,
            KeyStorePassword password,
            Clock clock) {
        this.dataSource = dataSource;
        this.signer = signer;
        this.checkpoints = checkpoints;
        this.appender = appender;
        this.highWater = highWater;
        this.ledgers = ledgers;
        this.names = names;
        this.commands = commands;
        this.platform = platform;
        this.accounts = accounts;
        this.home = home;
        this.password = password;
        this.clock = clock;
    }

    /**
     * The key that is there hands over to a new one.
     *
     * @param orderedBy the administrator on whose order
     * @return the first checkpoints of the new key
     */
    public List<SignedCheckpoint> rotate(AccountId orderedBy, Reason reason) {
        requireKnown(orderedBy);
        CheckpointSigner next = next();
        for (String ledger : ledgersToHandOver(next)) {
            Checkpoint last = checkpoint(checkpoints.checkpoint(ledger).note());
            record(ledger, signer.handOver(last, next), false, orderedBy, reason);
        }
        return begin(next);
    }

    /**
     * A new key takes the place of one that is lost. The application was started with it.
     *
     * @param named verifier key of the lost one under the name of any ledger; empty where the file beside the key store still has it
     */
    public List<SignedCheckpoint> replaceLost(Optional<String> named, AccountId orderedBy, Reason reason) {
        requireKnown(orderedBy);
        Ed25519Key lost = verifierKey(named).key();
        for (String ledger : ledgersToHandOver(signer)) {
            Optional<String> note = names.lastNote(ledger);
            if (note.isPresent()) {
                requireSigned(ledger, note.get(), lost);
                record(ledger, signer.takeOver(checkpoint(note.get()), lost), true, orderedBy, reason);
            }
        }
        return begin(signer);
    }

    private void record(String ledger, KeyHandover handover, boolean lost, AccountId orderedBy, Reason reason) {
        commands.send(new RotateLogKey(ledger, handover, lost, orderedBy, reason), Acting.byApi(platform.actor()));
    }

    /** {@code platform} last: what is signed of the others has to be entered in it under the key before. */
    private List<String> ledgersToHandOver(CheckpointSigner next) {
        List<String> all = new ArrayList<>(ledgers.ledgers());
        all.remove(LedgerStore.PLATFORM);
        all.add(LedgerStore.PLATFORM);
        all.removeIf(ledger -> {
            List<KeyHandover> handovers = names.keys(ledger, signer.identity()).handovers();
            return !handovers.isEmpty()
                    && handovers.getLast().to().equals(next.identity().key());
        });
        return all;
    }

    private CheckpointSigner next() {
        try {
            return new CheckpointSigner(
                    signer.identity().installation(),
                    CheckpointKey.openNext(home.keyStore(), password.value()).signer());
        } catch (IOException e) {
            throw new RotationRefused("No new key can be kept in " + home.keyStore() + ": " + e.getMessage(), e);
        }
    }

    private List<SignedCheckpoint> begin(CheckpointSigner next) {
        try {
            CheckpointKey.promote(home.keyStore());
        } catch (IOException e) {
            throw new RotationRefused(
                    "The new key cannot take its place in " + home.keyStore() + ": " + e.getMessage()
                            + ". Run this once more",
                    e);
        }
        return new JdbcCheckpointService(dataSource, next, highWater, appender, clock).checkpointAll();
    }

    private void requireKnown(AccountId orderedBy) {
        if (!(accounts.accountNow(orderedBy) instanceof Known)) {
            throw new RotationRefused("There is no account " + orderedBy + ": say by whose order it is done.");
        }
    }

    private VerifierKey verifierKey(Optional<String> named) {
        Path file = home.logKeyFile();
        try {
            if (named.isEmpty() && !Files.exists(file)) {
                throw new RotationRefused(
                        "Nothing here says which key was lost. Name it with --old-key: it stands in the"
                                + " trust policy of every witness and in every evidence bundle.");
            }
            return VerifierKey.parse(
                    named.isPresent()
                            ? named.get()
                            : Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | NoteFormatException e) {
            throw new RotationRefused("That is no verifier key of a log: " + e.getMessage(), e);
        }
    }

    private void requireSigned(String ledger, String note, Ed25519Key lost) {
        LogIdentity before = signer.identity().with(lost);
        LogKeys keys = names.keys(ledger, before);
        Checkpoint last = checkpoint(note);
        LogName log = LogName.parse(last.origin().substring(last.origin().lastIndexOf('/') + 1));
        String another = "Ledger " + ledger + " was signed with another key than " + before.verifierKey(log.toString())
                + ". Name the right one with --old-key";
        if (!keys.at(log, Long.MAX_VALUE).equals(lost)) {
            throw new RotationRefused(another);
        }
        try {
            SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).verify(List.of(keys.verifier(log, last.size())));
        } catch (NoteFormatException | NoteVerificationException e) {
            throw new RotationRefused(another, e);
        }
    }

    private static Checkpoint checkpoint(String note) {
        try {
            return Checkpoint.of(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
        } catch (NoteFormatException | CheckpointFormatException e) {
            throw new RotationRefused("A stored checkpoint is none: " + e.getMessage() + ". Run verify-ledger all", e);
        }
    }
}
