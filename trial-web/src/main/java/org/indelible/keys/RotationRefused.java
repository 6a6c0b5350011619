package org.indelible.keys;

/** No key was replaced; the message says why and what to do. */
public final class RotationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RotationRefused(String message) {
        super(message);
    }

    RotationRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
