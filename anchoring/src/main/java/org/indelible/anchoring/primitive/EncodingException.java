package org.indelible.anchoring.primitive;

/** A text is not the one encoding of any bytes. */
public final class EncodingException extends Exception {
    private static final long serialVersionUID = 1L;

    public EncodingException(String message) {
        super(message);
    }
}
