package org.indelible.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.DisclosureSlot;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.readmodel.Visibility;
import org.springframework.stereotype.Component;

/** Entries with what the reader may see of them. */
@Component
class Entries {
    private final LedgerStore ledgers;
    private final Proofs proofs;
    private final EntryReader reader = new EntryReader();

    Entries(LedgerStore ledgers, Proofs proofs) {
        this.ledgers = ledgers;
        this.proofs = proofs;
    }

    Optional<StoredEntry> stored(String ledger, long leafIndex) {
        return ledgers.entry(ledger, leafIndex);
    }

    Optional<EntryPage> page(StoredEntry entry, Visibility visibility) {
        return proofs.of(entry).flatMap(proof -> page(entry, proof, visibility));
    }

    private Optional<EntryPage> page(StoredEntry entry, Proof proof, Visibility visibility) {
        try {
            ParsedEntry parsed = reader.parse(entry.sealed().compact());
            Map<String, DisclosureClass> classes = parsed.slots().stream()
                    .collect(Collectors.toMap(DisclosureSlot::digest, DisclosureSlot::disclosureClass));
            boolean elsewhere = elsewhere(parsed, visibility);
            return Optional.of(new EntryPage(
                    proof,
                    EntryFacts.of(reader.reassemble(
                            parsed,
                            digest -> elsewhere
                                            || hidden(
                                                    classes.getOrDefault(digest, DisclosureClass.IDENTITY), visibility)
                                    ? withheldUnlessErased(entry, digest)
                                    : entry.disclosureStates().apply(digest))),
                    payload(entry),
                    neighbour(entry, -1),
                    neighbour(entry, 1)));
        } catch (EntryFormatException damaged) {
            return Optional.empty();
        }
    }

    /** Of a participant of a site that the reader does not belong to, or of another participant. */
    private static boolean elsewhere(ParsedEntry entry, Visibility visibility) {
        boolean otherSite = visibility.sites().isPresent()
                && entry.claims().sub().isPresent()
                && !visibility.sites().get().contains(entry.claims().site().orElse(""));
        boolean otherPerson = visibility.participant().isPresent()
                && !visibility.participant().equals(entry.claims().sub());
        return otherSite || otherPerson;
    }

    private static boolean hidden(DisclosureClass disclosureClass, Visibility visibility) {
        return switch (disclosureClass) {
            case IDENTITY -> !visibility.identity();
            case ALLOCATION -> !visibility.allocation();
            case FREE_TEXT, VALUE -> false;
        };
    }

    private static DisclosureState withheldUnlessErased(StoredEntry entry, String digest) {
        return entry.erased().contains(digest) ? new DisclosureState.Erased() : new DisclosureState.Withheld();
    }

    private static String payload(StoredEntry entry) {
        return new String(Base64.getUrlDecoder().decode(entry.sealed().payload()), StandardCharsets.UTF_8);
    }

    private Optional<Long> neighbour(StoredEntry entry, int step) {
        long index = entry.leafIndex() + step;
        return index >= 0 && index < ledgers.ledgerSize(entry.ledger()) ? Optional.of(index) : Optional.empty();
    }
}
