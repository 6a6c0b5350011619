package org.indelible.protocols.diff;

/** A text that may exist in several languages. */
public enum TextField {
    DESCRIPTION("description"),
    QUESTION("question"),
    INSTRUCTIONS("instructions"),
    SYMBOL("symbol");

    private final String words;

    TextField(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
