package org.indelible.anchoring.note;

/** A well-formed note is not signed as it must be. */
public final class NoteVerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    NoteVerificationException(String message) {
        super(message);
    }
}
