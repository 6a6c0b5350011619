package org.indelible.anchoring.timestamp;

/** A well-formed token does not prove what it should. */
public final class TimestampVerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Which check failed. */
    public enum Check {
        /** It was issued over other bytes. */
        IMPRINT,
        /** Its nonce or policy is not what was asked for. */
        REQUEST,
        /** The authority's certificate is not there, is not for time-stamping alone, or was not valid. */
        CERTIFICATE,
        /** The signature is not the certificate's over this token. */
        SIGNATURE,
        /** No path leads from the certificate to a trusted one. */
        CHAIN,
        /** An evidence record's tokens do not hold together. */
        SEQUENCE
    }

    private final Check check;

    TimestampVerificationException(Check check, String message) {
        super(message);
        this.check = check;
    }

    TimestampVerificationException(Check check, String message, Throwable cause) {
        super(message, cause);
        this.check = check;
    }

    public Check check() {
        return check;
    }
}
