package org.indelible.recovery;

/** No ledger was recovered; the message says why and what to do. */
public final class RecoveryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecoveryRefused(String message) {
        super(message);
    }

    RecoveryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
