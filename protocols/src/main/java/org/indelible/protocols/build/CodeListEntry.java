package org.indelible.protocols.build;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One permitted value: CodeListItem, which has a decode, or EnumeratedItem, which has none (ODM 1.3.2, 3.1.1.3.7).
 *
 * @param aliases its codes in other terminologies, an NCI concept code for example
 */
public record CodeListEntry(
        String codedValue,
        Optional<BigDecimal> rank,
        Optional<Integer> orderNumber,
        TranslatedText decode,
        List<Alias> aliases) {
    public CodeListEntry {
        aliases = List.copyOf(aliases);
    }

    /** A value without other codes. */
    public CodeListEntry(
            String codedValue, Optional<BigDecimal> rank, Optional<Integer> orderNumber, TranslatedText decode) {
        this(codedValue, rank, orderNumber, decode, List.of());
    }

    /** What is shown for the value: its decode, else itself. */
    public String label(String language) {
        String text = decode.in(language);
        return text.isBlank() ? codedValue : text;
    }
}
