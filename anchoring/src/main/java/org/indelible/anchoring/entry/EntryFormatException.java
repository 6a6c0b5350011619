package org.indelible.anchoring.entry;

/** Something offered as an entry is not one. The message says what was expected and what was found, never a disclosed value. */
public final class EntryFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public EntryFormatException(String message) {
        super(message);
    }

    public EntryFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
