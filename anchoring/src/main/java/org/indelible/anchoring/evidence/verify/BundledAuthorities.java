package org.indelible.anchoring.evidence.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.evidence.BundledLog;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.evidence.EvidenceFormatException;
import org.indelible.anchoring.verify.Authorities;

/**
 * The roots that a bundle's platform entries name. Read before any seal is checked: a new root may certify the very entry that names it.
 */
final class BundledAuthorities {
    private final CheckedBundle bundle;
    private final BundledLog platform;
    private final EntryReader reader = new EntryReader();

    BundledAuthorities(CheckedBundle bundle, BundledLog platform) {
        this.bundle = bundle;
        this.platform = platform;
    }

    Authorities from(X509CertificateHolder first) throws IOException {
        Authorities.Collector collector = new Authorities.Collector();
        for (long number = 0; bundle.has(platform.entries(number)); number++) {
            for (String line : lines(number)) {
                add(collector, line);
            }
        }
        return collector.from(first);
    }

    private List<String> lines(long number) throws IOException {
        try {
            return new String(bundle.read(platform.entries(number)), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (EvidenceFormatException damaged) {
            return List.of();
        }
    }

    private void add(Authorities.Collector collector, String line) {
        try {
            EntryLine entry = EntryLine.parse(line);
            collector.add(entry.index(), reader.parse(entry.compact()));
        } catch (EvidenceFormatException | EntryFormatException damaged) {
            // Found where it is checked.
        }
    }
}
