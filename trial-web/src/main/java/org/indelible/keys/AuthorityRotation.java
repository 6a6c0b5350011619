package org.indelible.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.indelible.account.AccountState.Known;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.authority.Actor;
import org.indelible.authors.PlatformAuthor;
import org.indelible.certification.CertificationCommand.RotateAuthority;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.platform.log.PlatformSizeAtStart;
import org.indelible.shared.AccountId;
import org.indelible.shared.Reason;
import org.indelible.wiring.RecordedAuthority;
import org.springframework.stereotype.Service;

/**
 * Lets another authority certify authors. The platform, certified by the old one, announces the new root; whatever is certified in later
 * entries is under that. Should this be interrupted, the next start finds on record which of the two is the authority.
 */
@Service
public class AuthorityRotation {
    private final CertificateAuthority authority;
    private final PlatformSizeAtStart atStart;
    private final LedgerStore ledgers;
    private final Commands commands;
    private final PlatformAuthor platform;
    private final RecordedAuthority accounts;
    private final IndelibleHome home;
    private final KeyStorePassword password;

    AuthorityRotation(
            CertificateAuthority authority,
            PlatformSizeAtStart atStart,
            LedgerStore ledgers,
            Commands commands,
            PlatformAuthor platform,
            RecordedAuthority accounts,
            IndelibleHome home,
            KeyStorePassword password) {
        this.authority = authority;
        this.atStart = atStart;
        this.ledgers = ledgers;
        this.commands = commands;
        this.platform = platform;
        this.accounts = accounts;
        this.home = home;
        this.password = password;
    }

    /**
     * The authority that is there announces a new one.
     *
     * @param orderedBy the administrator on whose order
     * @return thumbprint of the new root (RFC 7515 section 4.1.8)
     */
    public String rotate(AccountId orderedBy, Reason reason) {
        requireKnown(orderedBy);
        try {
            CertificateAuthority next = CertificateAuthority.openNext(home.keyStore(), password.value());
            // Certified before the size is taken, which ends the old root's time.
            Actor actor = platform.actor();
            long since = ledgers.ledgerSize(LedgerStore.PLATFORM);
            record(since, authority.root().getEncoded(), next, false, orderedBy, reason, actor);
            CertificateAuthority.promote(home.keyStore());
            return next.rootThumbprint();
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    /**
     * A new authority takes the place of one that is lost. The application was started with it.
     *
     * @param root file with the lost root certificate in DER; empty where the one beside the key store is still there
     */
    public String replaceLost(Optional<Path> root, AccountId orderedBy, Reason reason) {
        requireKnown(orderedBy);
        Path file = root.orElse(home.rootCertificateFile());
        try {
            if (!Files.exists(file)) {
                throw new RotationRefused("The lost root certificate is not in " + file
                        + ". Name it with --old-root: it is the file certificates/root.der of an evidence bundle.");
            }
            record(atStart.entries(), Files.readAllBytes(file), authority, true, orderedBy, reason, platform.actor());
            CertificateAuthority.promote(home.keyStore());
            return authority.rootThumbprint();
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private void record(
            long since,
            byte[] previous,
            CertificateAuthority next,
            boolean lost,
            AccountId orderedBy,
            Reason reason,
            Actor actor)
            throws IOException {
        commands.send(
                new RotateAuthority(
                        since,
                        Base64.getEncoder().encodeToString(previous),
                        Base64.getEncoder().encodeToString(next.root().getEncoded()),
                        lost,
                        orderedBy,
                        reason),
                Acting.byApi(actor));
    }

    private void requireKnown(AccountId orderedBy) {
        if (!(accounts.accountNow(orderedBy) instanceof Known)) {
            throw new RotationRefused("There is no account " + orderedBy + ": say by whose order it is done.");
        }
    }

    private RotationRefused notKept(IOException e) {
        return new RotationRefused(
                "The key store " + home.keyStore() + " cannot be read or written: " + e.getMessage(), e);
    }
}
