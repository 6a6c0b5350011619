package org.indelible.anchoring.verify;

import java.util.List;
import java.util.Optional;
import org.indelible.anchoring.certificate.AuthorCertificate;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;

/** Whether bytes are an entry, and sealed by whom they say. Needs nothing but the bytes and the certificates. Safe for use by many threads. */
public final class SealCheck {
    private final EntryReader reader = new EntryReader();
    private final AuthorCertificates certificates;

    public SealCheck(AuthorCertificates certificates) {
        this.certificates = certificates;
    }

    /** The entry that these bytes are; empty, with a problem, where they are none. */
    public Optional<ParsedEntry> parse(String compact, List<EntryProblem> problems) {
        try {
            return Optional.of(reader.parse(compact));
        } catch (EntryFormatException e) {
            problems.add(new EntryProblem(Check.FORMAT, "the stored bytes are no entry: " + e.getMessage()));
            return Optional.empty();
        }
    }

    /** A certificate that cannot be believed is a problem of its own, which {@link CertificateUse} reports once. */
    public void check(ParsedEntry entry, List<EntryProblem> problems) {
        Optional<AuthorCertificate> author = certificates.find(entry.kid());
        if (author.isEmpty()) {
            return;
        }
        try {
            reader.verifySeal(entry, author.get());
        } catch (EntryFormatException e) {
            problems.add(new EntryProblem(Check.SEAL, String.valueOf(e.getMessage())));
        }
        if (!author.get().isValidAt(entry.claims().iat())) {
            problems.add(new EntryProblem(
                    Check.CERTIFICATE,
                    "certificate " + entry.kid() + " is valid from "
                            + author.get().notBefore() + " until "
                            + author.get().notAfter() + ", not at "
                            + entry.claims().iat()));
        }
    }
}
