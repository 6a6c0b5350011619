package org.indelible.anchoring.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.anchoring.entry.Disclosure;
import org.indelible.anchoring.entry.DisclosureSlot;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.entry.EntryFormatException;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.keys.CipherTextException;
import org.indelible.anchoring.keys.DataKey;
import org.indelible.anchoring.ledger.ClearDisclosures;
import org.indelible.anchoring.ledger.DisclosureCipher;
import org.indelible.anchoring.ledger.EntryRow;
import org.indelible.anchoring.ledger.ErasableRow;
import org.indelible.anchoring.primitive.Sha256;

/**
 * What is stored beside one entry for its disclosable fields.
 *
 * @param orders entry hashes, of those that erasures cite, for which there is an entry
 */
record StoredDisclosures(EntryRow entry, List<ErasableRow> erasable, Map<String, DataKey> keys, Set<String> orders) {
    /** Every signed digest must be accounted for: disclosed, or erased on record. Nothing else may be there. */
    void check(EntryReader reader, ParsedEntry parsed, List<EntryProblem> problems) {
        Map<String, DisclosureSlot> slots =
                parsed.slots().stream().collect(Collectors.toMap(DisclosureSlot::digest, slot -> slot, (a, b) -> a));
        Map<String, DisclosureState> states = new HashMap<>();
        for (Disclosure disclosure : clear(problems)) {
            put(
                    slots,
                    states,
                    disclosure.digest(),
                    disclosure.disclosureClass().letter(),
                    Optional.of(new DisclosureState.Disclosed(disclosure.encoded())),
                    problems);
        }
        for (ErasableRow row : erasable) {
            put(slots, states, row.digest(), row.disclosureClass(), open(row, problems), problems);
        }
        for (DisclosureSlot slot : parsed.slots()) {
            if (!states.containsKey(slot.digest()) && !isReported(slot)) {
                problem(problems, slot.digest(), "is neither stored nor on record as erased");
            }
        }
        reassemble(reader, parsed, states, problems);
    }

    private boolean isReported(DisclosureSlot slot) {
        return erasable.stream().anyMatch(row -> row.digest().equals(slot.digest()));
    }

    private List<Disclosure> clear(List<EntryProblem> problems) {
        try {
            return ClearDisclosures.read(entry.disclosures());
        } catch (IllegalArgumentException e) {
            problems.add(
                    new EntryProblem(Check.DISCLOSURE, "the stored disclosures cannot be read: " + e.getMessage()));
            return List.of();
        }
    }

    private static void put(
            Map<String, DisclosureSlot> slots,
            Map<String, DisclosureState> states,
            String digest,
            String letter,
            Optional<DisclosureState> state,
            List<EntryProblem> problems) {
        DisclosureSlot slot = slots.get(digest);
        if (slot == null) {
            problem(problems, digest, "is stored but not what was signed: the entry has no such digest");
        } else if (!slot.disclosureClass().letter().equals(letter)) {
            problem(
                    problems,
                    digest,
                    "is stored as class " + letter + ", signed as "
                            + slot.disclosureClass().letter());
        } else if (state.isPresent() && states.put(digest, state.get()) != null) {
            problem(problems, digest, "is stored twice");
        }
    }

    private Optional<DisclosureState> open(ErasableRow row, List<EntryProblem> problems) {
        if (row.ciphertext().isEmpty()) {
            if (!row.order().filter(orders::contains).isPresent()) {
                problem(problems, row.digest(), "was erased on the order of an entry that does not exist");
            }
            return Optional.of(new DisclosureState.Erased());
        }
        DataKey key = keys.get(row.keyRef());
        if (key == null) {
            problem(problems, row.digest(), "cannot be read: its key is gone, and no erasure is on record");
            return Optional.empty();
        }
        try {
            String encoded = DisclosureCipher.decrypt(key, row.ciphertext().get(), entry.jti(), row.digest());
            if (Sha256.base64UrlOfAscii(encoded).equals(row.digest())) {
                return Optional.of(new DisclosureState.Disclosed(encoded));
            }
            problem(problems, row.digest(), "decrypts to something else");
        } catch (CipherTextException e) {
            problem(problems, row.digest(), "does not decrypt: the stored ciphertext is not what was encrypted");
        }
        return Optional.empty();
    }

    private static void reassemble(
            EntryReader reader, ParsedEntry parsed, Map<String, DisclosureState> states, List<EntryProblem> problems) {
        try {
            reader.reassemble(parsed, digest -> states.getOrDefault(digest, new DisclosureState.Withheld()));
        } catch (EntryFormatException e) {
            problems.add(new EntryProblem(Check.DISCLOSURE, String.valueOf(e.getMessage())));
        }
    }

    private static void problem(List<EntryProblem> problems, String digest, String what) {
        problems.add(new EntryProblem(Check.DISCLOSURE, "disclosure " + digest + ' ' + what));
    }
}
