package org.indelible.anchoring.timestamp;

/** Bytes are not a time-stamp token, response or evidence record, or not one this software accepts. */
public final class TimestampFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    TimestampFormatException(String message) {
        super(message);
    }

    TimestampFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
