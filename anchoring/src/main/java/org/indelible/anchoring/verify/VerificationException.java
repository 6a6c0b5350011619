package org.indelible.anchoring.verify;

import java.sql.SQLException;

/** The database could not be read, so nothing was verified. */
public final class VerificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VerificationException(SQLException cause) {
        super("verification stopped, the database failed: " + cause.getMessage(), cause);
    }
}
