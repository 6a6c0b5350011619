package org.indelible.anchoring.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.indelible.anchoring.entry.ParsedEntry;

/** Which certificates that cannot be believed the entries of a ledger lean on; one finding each. */
public final class CertificateUse {
    private record Use(EntryRef first, long entries) {}

    private final AuthorCertificates certificates;
    private final Map<String, Use> unbelieved = new LinkedHashMap<>();

    public CertificateUse(AuthorCertificates certificates) {
        this.certificates = certificates;
    }

    public void add(ExaminedEntry entry) {
        entry.parsed()
                .map(ParsedEntry::kid)
                .filter(kid -> certificates.find(kid).isEmpty())
                .ifPresent(kid -> unbelieved.merge(
                        kid,
                        new Use(EntryRef.of(entry.row()), 1),
                        (known, one) -> new Use(known.first(), known.entries() + 1)));
    }

    public void finish(Findings findings) {
        unbelieved.forEach((kid, use) -> findings.failed(
                Check.CERTIFICATE,
                use.first(),
                "certificate " + kid + ": " + certificates.problem(kid) + ". The seals of " + use.entries()
                        + " entries, this one first, cannot be checked"));
    }
}
