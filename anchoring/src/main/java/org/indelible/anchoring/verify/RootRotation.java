package org.indelible.anchoring.verify;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.AuthorityEvent;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;

/**
 * One certificate authority takes the place of another, as an entry of {@code platform} says ({@code docs/EVIDENCE-FORMAT.md} section 7).
 *
 * @param since keys are certified under the new root by platform entries from this leaf index on
 * @param kid of the key that the entry is sealed with
 * @param lost whether the old root was lost, so that nobody whom it certified could announce the new one
 */
public record RootRotation(
        long leafIndex,
        long since,
        X509CertificateHolder previous,
        X509CertificateHolder root,
        String kid,
        boolean lost) {

    /** Whether this entry is to be one. */
    static boolean isIn(ParsedEntry entry) {
        return entry.claims().evt().equals(AuthorityEvent.TYPE)
                && entry.claims().stream().equals(AuthorityEvent.STREAM);
    }

    /** Empty where the entry does not hold what it must. */
    static Optional<RootRotation> read(long leafIndex, ParsedEntry entry) {
        try {
            long since = Long.parseLong(entry.data().path("since").asString(""));
            return since < 1 || since > leafIndex
                    ? Optional.empty()
                    : Optional.of(new RootRotation(
                            leafIndex,
                            since,
                            certificate(entry, "previous"),
                            certificate(entry, "root"),
                            entry.kid(),
                            entry.data().path("lost").asBoolean(false)));
        } catch (IOException | EncodingException | RuntimeException e) {
            // BouncyCastle throws what it likes where a certificate is none.
            return Optional.empty();
        }
    }

    private static X509CertificateHolder certificate(ParsedEntry entry, String name)
            throws IOException, EncodingException {
        return new X509CertificateHolder(
                Base64Text.STANDARD.decode(entry.data().path(name).asString("")));
    }
}
