package org.indelible.recovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.keys.KeyVault;
import org.indelible.anchoring.ledger.CertificateStore;
import org.indelible.anchoring.ledger.CheckpointService;
import org.indelible.anchoring.ledger.HighWaterFile;
import org.indelible.anchoring.ledger.HighWaterMark;
import org.indelible.anchoring.ledger.LedgerLoss;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.LogIdentity;
import org.indelible.anchoring.ledger.LogName;
import org.indelible.anchoring.ledger.LossInspection;
import org.indelible.anchoring.ledger.RollbackCheck;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.Finding;
import org.indelible.anchoring.verify.JdbcLedgerVerifier;
import org.indelible.anchoring.verify.ProgressListener;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.platform.IndelibleHome;
import org.indelible.recovery.RecoveryCommand.ConfirmLoss;
import org.indelible.recovery.RecoveryCommand.DeclareLoss;
import org.indelible.security.SignIn;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.Reason;
import org.springframework.stereotype.Service;

/**
 * Lets ledgers go on whose end is lost for good: two administrators sign in, one declares the loss, the other confirms it, and what is left
 * goes on under a name that never signed before. Only where what is left is whole: a ledger that was rewritten is restored, not recovered.
 */
@Service
public class LedgerRecovery {
    private final DataSource dataSource;
    private final LogIdentity identity;
    private final HighWaterFile highWater;
    private final JdbcLedgerVerifier verifier;
    private final CheckpointService checkpoints;
    private final Commands commands;
    private final SignIn signIn;
    private final IndelibleHome home;

    LedgerRecovery(
            DataSource dataSource,
            KeyVault vault,
            LogIdentity identity,
            CertificateAuthority authority,
            CertificateStore certificates,
            HighWaterFile highWater,
            CheckpointService checkpoints,
            Commands commands,
            SignIn signIn,
            IndelibleHome home) {
        this.dataSource = dataSource;
        this.identity = identity;
        this.highWater = highWater;
        // Without the high-water file: what it contradicts is what is lost. The rest has to be whole.
        this.verifier = new JdbcLedgerVerifier(
                dataSource, vault, identity, authority.root(), certificates::find, Optional.empty());
        this.checkpoints = checkpoints;
        this.commands = commands;
        this.signIn = signIn;
        this.home = home;
    }

    /** Who signs in, and by what. */
    public record Person(String user, String password) {}

    /** Ledgers that have lost their end, {@code platform} first: the others are entered in it. */
    public List<String> lost() {
        RollbackCheck check = new RollbackCheck(dataSource, identity, highWater);
        List<String> ledgers = new ArrayList<>();
        for (String ledger : known()) {
            if (check.contradiction(ledger).isPresent()) {
                ledgers.add(ledgers.isEmpty() || !ledger.equals(LedgerStore.PLATFORM) ? ledgers.size() : 0, ledger);
            }
        }
        return ledgers;
    }

    private TreeSet<String> known() {
        TreeSet<String> known = new TreeSet<>();
        try {
            for (HighWaterMark mark : highWater.marks()) {
                String prefix = identity.origin("");
                if (mark.origin().startsWith(prefix)) {
                    known.add(LogName.parse(mark.origin().substring(prefix.length()))
                            .ledger());
                }
            }
            known.addAll(highWater.acknowledged().ledgers());
            return known;
        } catch (IOException e) {
            throw new RecoveryRefused("The high-water file cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Recovers these ledgers.
     *
     * @return the first checkpoint of each successor
     * @throws RecoveryRefused where there is nothing to recover, or what is left is not whole
     */
    public List<SignedCheckpoint> recover(List<String> ledgers, Person one, Person other, Reason reason) {
        List<String> lost = lost();
        if (lost.contains(LedgerStore.PLATFORM) && !ledgers.contains(LedgerStore.PLATFORM)) {
            throw new RecoveryRefused("Ledger platform has lost its end too: recover it first, or all at once.");
        }
        LossInspection inspection = new LossInspection(dataSource, identity, highWater);
        // Before anything is appended: a sign-in is an entry too. What an earlier attempt noted goes before.
        RecoveryNotes notes = new RecoveryNotes(home);
        List<LedgerLoss> losses = new ArrayList<>();
        for (String ledger : ledgers) {
            LedgerLoss measured = inspection.measure(ledger);
            LedgerLoss loss = notes.noted(ledger).map(measured::from).orElse(measured);
            requireLoss(ledger, lost, loss);
            requireWhole(ledger);
            losses.add(loss);
        }
        notes.write(losses);
        SignedInPerson first = signIn.withPassword(one.user(), one.password());
        SignedInPerson second = signIn.withPassword(other.user(), other.password());
        for (LedgerLoss loss : losses) {
            commands.send(new DeclareLoss(loss, reason), Acting.byApi(first.actor()));
            commands.send(new ConfirmLoss(loss.ledger()), Acting.byApi(second.actor()));
            inspection.settle(loss);
        }
        notes.remove();
        return losses.stream()
                .map(loss -> checkpoints.checkpoint(loss.ledger()))
                .toList();
    }

    private static void requireLoss(String ledger, List<String> lost, LedgerLoss measured) {
        if (!lost.contains(ledger)) {
            throw new RecoveryRefused("Ledger " + ledger
                    + " has lost nothing that is known of: it agrees with the high-water file, and goes on as it is.");
        }
        if (measured.isNone()) {
            throw new RecoveryRefused(
                    "Ledger " + ledger
                            + " is not shorter than what was signed, but another: it was rewritten. Restore the newest good backup first.");
        }
    }

    private void requireWhole(String ledger) {
        List<String> failures = verifier.verify(ledger, ProgressListener.NONE).failures().stream()
                // Platform may have survived more of the ledger's checkpoints than the ledger itself.
                .filter(finding -> finding.check() != Check.PLATFORM_INCLUSION)
                .map(Finding::message)
                .limit(3)
                .toList();
        if (!failures.isEmpty()) {
            throw new RecoveryRefused("What is left of ledger " + ledger
                    + " is not whole, so that a backup has to be restored first: " + String.join("; ", failures));
        }
    }
}
