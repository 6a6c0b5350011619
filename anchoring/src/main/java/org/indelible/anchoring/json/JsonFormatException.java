package org.indelible.anchoring.json;

/** A text is not JSON as these formats use it. The message gives the place, never the content. */
public final class JsonFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    JsonFormatException(String message) {
        super(message);
    }
}
