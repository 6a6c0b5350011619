package org.indelible.anchoring.policy;

/** A file is not a trust policy; the message names the line. */
public final class PolicyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    PolicyFormatException(String message) {
        super(message);
    }

    PolicyFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
