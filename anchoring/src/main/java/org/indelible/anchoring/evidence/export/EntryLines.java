package org.indelible.anchoring.evidence.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.DisclosureSlot;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.evidence.EntryLine;
import org.indelible.anchoring.ledger.StoredEntry;
import tools.jackson.databind.JsonNode;

/** Turns stored entries into lines of a bundle, and remembers what they cite. What is disclosed goes by the class that was sealed, not by the one that is stored. */
final class EntryLines {
    private static final EntryReader READER = new EntryReader();

    private final EvidenceRequest request;
    private final Set<DisclosureClass> withheld;
    private final Set<String> certificates = new HashSet<>();
    private final Set<String> certifying = new HashSet<>();
    private final Set<String> builds = new HashSet<>();
    private final Set<String> assertions = new HashSet<>();

    /** An entry as it goes into the bundle; one that cannot be read goes in as it stands, for the verifier to name. */
    private record Line(EntryLine line, Optional<ParsedEntry> entry) {}

    EntryLines(EvidenceRequest request) {
        this.request = request;
        this.withheld = request.withheld();
    }

    /** Thumbprints of the certificates of all authors. */
    Set<String> certificates() {
        return certificates;
    }

    /** Hashes of the platform entries that certified them. */
    Set<String> certifying() {
        return certifying;
    }

    /** Addresses of the assertions that signatures cite. */
    Set<String> assertions() {
        return assertions;
    }

    /** Addresses of the study builds that entries were made under. */
    Set<String> builds() {
        return builds;
    }

    /** The lines of these entries, as far as they belong in the bundle. */
    byte[] of(List<StoredEntry> entries) {
        List<Line> lines = entries.parallelStream()
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
        StringBuilder text = new StringBuilder(lines.size() * 1500);
        for (Line line : lines) {
            line.entry().ifPresent(this::remember);
            line.line().appendTo(text);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void remember(ParsedEntry entry) {
        certificates.add(entry.kid());
        certifying.add(entry.claims().auth());
        entry.claims().def().ifPresent(builds::add);
        JsonNode assertion =
                entry.data().path("signature").path("authentication").path("assertion");
        if (assertion.isString()) {
            assertions.add(assertion.asString());
        }
    }

    /** Empty where the stored bytes are no entry. */
    static Optional<ParsedEntry> parse(StoredEntry stored) {
        try {
            return Optional.of(READER.parse(stored.sealed().compact()));
        } catch (EntryFormatException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Line> line(StoredEntry stored) {
        String compact = stored.sealed().compact();
        Optional<ParsedEntry> parsed = parse(stored);
        if (parsed.isEmpty()) {
            return Optional.of(new Line(new EntryLine(stored.leafIndex(), compact, List.of(), List.of()), parsed));
        }
        ParsedEntry entry = parsed.get();
        if (!request.showsAllocation() && !request.blinded().test(entry.claims())) {
            return Optional.empty();
        }
        List<String> disclosed = request.discloses().test(entry) ? disclosed(stored, entry) : List.of();
        return Optional.of(
                new Line(new EntryLine(stored.leafIndex(), compact, disclosed, erased(stored, entry)), parsed));
    }

    private List<String> disclosed(StoredEntry stored, ParsedEntry entry) {
        Map<String, String> byDigest = new HashMap<>();
        for (Disclosure disclosure : stored.sealed().disclosures()) {
            byDigest.put(disclosure.digest(), disclosure.encoded());
        }
        List<String> disclosed = new ArrayList<>();
        for (DisclosureSlot slot : entry.slots()) {
            String encoded = byDigest.get(slot.digest());
            if (encoded != null && !withheld.contains(slot.disclosureClass())) {
                disclosed.add(encoded);
            }
        }
        return disclosed;
    }

    private static List<String> erased(StoredEntry stored, ParsedEntry entry) {
        return stored.erased().isEmpty()
                ? List.of()
                : entry.slots().stream()
                        .map(DisclosureSlot::digest)
                        .filter(stored.erased()::contains)
                        .toList();
    }
}
