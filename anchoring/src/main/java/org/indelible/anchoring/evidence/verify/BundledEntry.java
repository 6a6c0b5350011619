package org.indelible.anchoring.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.DisclosureSlot;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.ledger.EntryRow;
import org.indelible.anchoring.merkle.Hash;
import org.indelible.anchoring.merkle.TreeHash;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.verify.Check;
import org.indelible.anchoring.verify.EntryProblem;
import org.indelible.anchoring.verify.ExaminedEntry;
import org.indelible.anchoring.verify.SealCheck;

/** Everything that an entry of a bundle says about itself: form, ledger, seal, disclosures. Safe for use by many threads. */
final class BundledEntry {
    private final EntryReader reader = new EntryReader();
    private final String ledger;
    private final SealCheck seals;
    private final Set<DisclosureClass> withheld;

    /** @param withheld classes of which the bundle says that nothing is disclosed */
    BundledEntry(String ledger, SealCheck seals, Set<DisclosureClass> withheld) {
        this.ledger = ledger;
        this.seals = seals;
        this.withheld = withheld;
    }

    ExaminedEntry examine(EntryLine line) {
        List<EntryProblem> problems = new ArrayList<>();
        byte[] bytes = line.compact().getBytes(StandardCharsets.ISO_8859_1);
        Hash leaf = TreeHash.leaf(bytes);
        byte[] entryHash = Sha256.of(bytes);
        Optional<ParsedEntry> parsed = seals.parse(line.compact(), problems);
        parsed.ifPresent(entry -> {
            seals.check(entry, problems);
            if (!entry.claims().ledger().equals(ledger)) {
                problems.add(new EntryProblem(
                        Check.LEDGER,
                        "it was sealed for the ledger " + entry.claims().ledger() + ", and put into this one"));
            }
            disclosures(line, entry, problems);
        });
        return new ExaminedEntry(
                row(line.index(), parsed, entryHash, leaf), leaf, Base64Text.URL.encode(entryHash), parsed, problems);
    }

    private void disclosures(EntryLine line, ParsedEntry entry, List<EntryProblem> problems) {
        try {
            reader.reassemble(entry, line.disclosures());
        } catch (EntryFormatException e) {
            problems.add(new EntryProblem(
                    Check.DISCLOSURE, "what is disclosed of it is not what was sealed: " + e.getMessage()));
        }
        Set<String> disclosed = new HashSet<>();
        line.disclosures().forEach(encoded -> disclosed.add(Sha256.base64UrlOfAscii(encoded)));
        Set<String> sealed = new HashSet<>();
        for (DisclosureSlot slot : entry.slots()) {
            sealed.add(slot.digest());
            if (disclosed.contains(slot.digest()) && withheld.contains(slot.disclosureClass())) {
                problems.add(new EntryProblem(
                        Check.DISCLOSURE,
                        "it discloses something of class " + slot.disclosureClass()
                                + ", which this bundle says it withholds"));
            }
        }
        for (String erased : line.erased()) {
            if (!sealed.contains(erased) || disclosed.contains(erased)) {
                problems.add(new EntryProblem(
                        Check.DISCLOSURE,
                        "digest " + erased + " is called erased, and is disclosed or was never sealed"));
            }
        }
    }

    private EntryRow row(long index, Optional<ParsedEntry> parsed, byte[] entryHash, Hash leaf) {
        Instant iat = parsed.map(entry -> entry.claims().iat()).orElse(Instant.EPOCH);
        return new EntryRow(
                index,
                ledger,
                index,
                parsed.map(entry -> entry.claims().stream()).orElse(""),
                parsed.map(entry -> entry.claims().seq()).orElse(-1L),
                parsed.map(entry -> entry.claims().jti()).orElse(""),
                iat,
                iat,
                "",
                "",
                "",
                "",
                entryHash,
                leaf.bytes());
    }
}
