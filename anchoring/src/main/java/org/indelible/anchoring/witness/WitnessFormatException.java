package org.indelible.anchoring.witness;

/** A request or an answer is not one of C2SP tlog-witness. */
public final class WitnessFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    WitnessFormatException(String message) {
        super(message);
    }

    WitnessFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
