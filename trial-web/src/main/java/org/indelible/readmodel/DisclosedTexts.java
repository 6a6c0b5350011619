package org.indelible.readmodel;

import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Present;
import org.indelible.anchoring.disclosure.Withheld;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.ledger.DisclosureRef;
import org.indelible.anchoring.ledger.LedgerStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the texts that rows refer to, as far as the reader may see them: one read of the ledger per page. */
@Component
public class DisclosedTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private final LedgerStore ledgers;

    public DisclosedTexts(LedgerStore ledgers) {
        this.ledgers = ledgers;
    }

    /** What texts read as. A text that was recorded as absent is empty. */
    @FunctionalInterface
    public interface Reading {
        Optional<Disclosable<String>> of(StoredText text);

        /** Of a text that is never recorded as absent. */
        default Disclosable<String> present(StoredText text) {
            return of(text).orElseGet(() -> new Withheld<>(text.disclosureClass(), text.digest()));
        }
    }

    public Reading read(String ledger, Visibility visibility, Collection<StoredText> texts) {
        Map<DisclosureRef, DisclosureState> states = ledgers.disclosures(texts.stream()
                .filter(StoredText::byReference)
                .filter(text -> visible(text.disclosureClass(), visibility))
                .flatMap(text -> ref(ledger, text).stream())
                .distinct()
                .toList());
        return text -> reading(ledger, visibility, states, text);
    }

    private static Optional<Disclosable<String>> reading(
            String ledger, Visibility visibility, Map<DisclosureRef, DisclosureState> states, StoredText text) {
        if (!visible(text.disclosureClass(), visibility)) {
            return Optional.of(new Withheld<>(text.disclosureClass(), text.digest()));
        }
        if (!text.byReference()) {
            return text.value().map(value -> new Present<>(value, text.disclosureClass(), text.digest()));
        }
        DisclosureState state = ref(ledger, text).map(states::get).orElseGet(DisclosureState.Withheld::new);
        return switch (state) {
            case DisclosureState.Disclosed disclosed ->
                content(disclosed.encoded()).map(value -> new Present<>(value, text.disclosureClass(), text.digest()));
            case DisclosureState.Erased erased -> Optional.of(new Erased<>(text.disclosureClass(), text.digest()));
            case DisclosureState.Withheld withheld ->
                Optional.of(new Withheld<>(text.disclosureClass(), text.digest()));
        };
    }

    private static boolean visible(DisclosureClass disclosureClass, Visibility visibility) {
        return switch (disclosureClass) {
            case IDENTITY -> visibility.identity();
            case ALLOCATION -> visibility.allocation();
            case FREE_TEXT, VALUE -> true;
        };
    }

    private static Optional<DisclosureRef> ref(String ledger, StoredText text) {
        return text.digest().map(digest -> new DisclosureRef(ledger, text.entry(), digest));
    }

    /** The value is the last element of a disclosure (RFC 9901 section 4.2.1). */
    private static Optional<String> content(String encoded) {
        JsonNode array = JSON.readTree(Base64.getUrlDecoder().decode(encoded));
        JsonNode value = array.get(array.size() - 1);
        return value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }
}
