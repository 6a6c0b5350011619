package org.indelible.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.entry.DisclosureSlot;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.anchoring.ledger.StoredEntry;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.Visibility;
import org.indelible.shared.EntryHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.TrialId;
import org.springframework.stereotype.Component;

/** The disclosable fields of entries, from the ledger itself. */
@Component
class ErasableEntries implements ErasableTexts {
    private final LedgerStore ledgers;
    private final DisclosedTexts texts;
    private final EntryReader reader = new EntryReader();

    ErasableEntries(LedgerStore ledgers, DisclosedTexts texts) {
        this.ledgers = ledgers;
        this.texts = texts;
    }

    /**
     * An entry with what could be erased of it.
     *
     * @param type of the event
     */
    record ErasableEntry(long entry, String type, Optional<String> participant, List<ShownText> texts) {}

    /** @param words what it says, where it is there */
    record ShownText(String digest, String field, Optional<String> words, boolean erased) {}

    private record Found(StoredEntry stored, ParsedEntry parsed) {}

    @Override
    public Optional<ErasableText> find(TrialId trial, long entry, DisclosureDigest text) {
        return found(trial, entry)
                .flatMap(found -> found.parsed().slots().stream()
                        .filter(slot -> slot.digest().equals(text.value()))
                        .findFirst()
                        .map(slot -> text(found, slot)));
    }

    private static ErasableText text(Found found, DisclosureSlot slot) {
        return new ErasableText(
                new EntryHash(found.stored().entryHash()),
                found.parsed().claims().sub().map(ParticipantKey::new),
                slot.disclosureClass(),
                slot.name().orElse(""),
                found.stored().erased().contains(slot.digest()));
    }

    /** The participant whose casebook an entry belongs to; empty where there is no such entry. */
    Optional<ErasureSubject> subject(TrialId trial, long entry) {
        return found(trial, entry)
                .map(found ->
                        new ErasureSubject(trial, found.parsed().claims().sub().map(ParticipantKey::new)));
    }

    /** An entry with its free texts, as far as the reader may see it. */
    Optional<ErasableEntry> entry(TrialId trial, long entry, Visibility visibility) {
        return found(trial, entry)
                .filter(found -> reaches(visibility, found.parsed()))
                .map(found -> shown(trial, found, visibility));
    }

    private ErasableEntry shown(TrialId trial, Found found, Visibility visibility) {
        List<DisclosureSlot> free = found.parsed().slots().stream()
                .filter(slot -> slot.disclosureClass() == DisclosureClass.FREE_TEXT)
                .toList();
        long index = found.stored().leafIndex();
        DisclosedTexts.Reading reading = texts.read(
                trial.value(),
                visibility,
                free.stream().map(slot -> stored(index, slot)).toList());
        return new ErasableEntry(
                index,
                found.parsed().claims().evt(),
                found.parsed().claims().sub(),
                free.stream()
                        .map(slot -> new ShownText(
                                slot.digest(),
                                slot.name().orElse(""),
                                reading.of(stored(index, slot)).flatMap(words -> words.present()),
                                found.stored().erased().contains(slot.digest())))
                        .filter(text -> text.erased() || text.words().isPresent())
                        .toList());
    }

    private static StoredText stored(long entry, DisclosureSlot slot) {
        return StoredText.freeText(entry, Optional.of(slot.digest()));
    }

    private static boolean reaches(Visibility visibility, ParsedEntry entry) {
        Optional<Set<String>> sites = visibility.sites();
        return sites.isEmpty()
                || entry.claims().sub().isPresent()
                        && sites.get().contains(entry.claims().site().orElse(""));
    }

    private Optional<Found> found(TrialId trial, long entry) {
        return ledgers.entry(trial.value(), entry).flatMap(stored -> {
            try {
                return Optional.of(
                        new Found(stored, reader.parse(stored.sealed().compact())));
            } catch (EntryFormatException damaged) {
                return Optional.empty();
            }
        });
    }
}
