package org.indelible.protocols.build;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Text in several languages, by xml:lang as written; {@code ""} is text that names no language (ODM 1.3.2, 3.1.1.2.1.1.1).
 */
public record TranslatedText(@JsonValue Map<String, String> byLanguage) {
    private static final TranslatedText NONE = new TranslatedText(Map.of());

    public TranslatedText {
        byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    public static TranslatedText none() {
        return NONE;
    }

    public static TranslatedText of(String language, String text) {
        return new TranslatedText(Map.of(language, text));
    }

    public boolean absent() {
        return byLanguage.isEmpty();
    }

    /** The text in the language asked for, else in its base language, in English, in no language, in any; empty where there is none. */
    public String in(String language) {
        String exact = byLanguage.get(language);
        if (exact != null) {
            return exact;
        }
        String base = baseOf(language);
        return byLanguage.entrySet().stream()
                .filter(e -> baseOf(e.getKey()).equals(base))
                .findFirst()
                .or(() -> byLanguage.entrySet().stream()
                        .filter(e -> baseOf(e.getKey()).equals("en"))
                        .findFirst())
                .map(Map.Entry::getValue)
                .orElseGet(() -> byLanguage.values().stream().findFirst().orElse(""));
    }

    private static String baseOf(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? language : language.substring(0, dash);
    }
}
