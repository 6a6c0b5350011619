package org.indelible.platform.log;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.indelible.anchoring.certificate.CertificateAuthority;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.platform.IndelibleHome;
import org.indelible.platform.KeyStorePassword;
import org.indelible.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to hold of the certificate authority before anybody is certified: it is there, and it is the one whose turn it is. */
record AuthorityStart(IndelibleHome home, KeyStorePassword password, LedgerStore ledgers, PlatformSizeAtStart atStart) {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorityStart.class);
    private static final Duration SOON = Duration.ofDays(90);

    private static final String LOST =
            "Restore INDELIBLE_HOME/keystore from its backup, or give this node the one of the"
                    + " installation. Only where there is none any more, with the application stopped on every node:"
                    + " java -jar indelible.jar rotate-key ca --lost";

    CertificateAuthority open(boolean lost) throws IOException {
        if (lost) {
            return CertificateAuthority.openNext(home.keyStore(), password.value());
        }
        Optional<byte[]> recorded = recorded();
        finishRotation(recorded);
        if (!CertificateAuthority.isIn(home.keyStore()) && atStart.entries() > 0) {
            throw new StartRefused(
                    "Authors have been certified, and the authority that did it is not in " + home.keyStore() + ".",
                    LOST);
        }
        CertificateAuthority authority = CertificateAuthority.open(home.keyStore(), password.value());
        byte[] root = authority.root().getEncoded();
        if (recorded.isPresent() && !Arrays.equals(recorded.get(), root)) {
            throw new StartRefused(
                    "The certificate authority in the key store is not the one that certifies authors now.", LOST);
        }
        Files.write(home.rootCertificateFile(), root);
        tellEnd(authority.root().getNotAfter().toInstant());
        return authority;
    }

    private static void tellEnd(Instant end) {
        if (end.minus(SOON).isBefore(Instant.now())) {
            LOG.warn("The root certificate that certifies authors ends at {}. Replace it before: rotate-key ca", end);
        }
    }

    /** Once it is on record, the next authority is the authority: what is certified from then on counts under it alone. */
    private void finishRotation(Optional<byte[]> recorded) throws IOException {
        if (recorded.isPresent() && CertificateAuthority.isNextIn(home.keyStore())) {
            CertificateAuthority next = CertificateAuthority.openNext(home.keyStore(), password.value());
            if (Arrays.equals(next.root().getEncoded(), recorded.get())) {
                CertificateAuthority.promote(home.keyStore());
            }
        }
    }

    /** The root that the ledger names; empty before the first rotation. */
    private Optional<byte[]> recorded() {
        return ledgers.readStream(AuthorityEvent.STREAM, 0)
                .reduce((first, second) -> second)
                .map(entry -> root(entry.sealed().compact()));
    }

    private static byte[] root(String compact) {
        try {
            return Base64.getDecoder()
                    .decode(new EntryReader().parse(compact).data().path("root").asString(""));
        } catch (EntryFormatException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The entry that names the certificate authority cannot be read: " + e.getMessage(),
                    "Run verify-ledger platform, then restore the newest good backup.",
                    e);
        }
    }
}
