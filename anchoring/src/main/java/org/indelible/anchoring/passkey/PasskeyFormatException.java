package org.indelible.anchoring.passkey;

/** Bytes that are not what an authenticator or a browser makes. */
public final class PasskeyFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public PasskeyFormatException(String message) {
        super(message);
    }

    public PasskeyFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
