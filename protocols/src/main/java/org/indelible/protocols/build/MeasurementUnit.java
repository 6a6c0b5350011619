package org.indelible.protocols.build;

/** A unit (ODM 1.3.2, 3.1.1.2.1 MeasurementUnit). */
public record MeasurementUnit(String oid, String name, TranslatedText symbol) {
    /** What is shown beside a value: the symbol, else the name. */
    public String label(String language) {
        String text = symbol.in(language);
        return text.isBlank() ? name : text;
    }
}
