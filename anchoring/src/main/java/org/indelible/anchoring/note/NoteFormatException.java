package org.indelible.anchoring.note;

/** A text is not a signed note, or not a key for one. */
public final class NoteFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoteFormatException(String message) {
        super(message);
    }

    public NoteFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
