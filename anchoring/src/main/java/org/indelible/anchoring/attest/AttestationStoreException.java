package org.indelible.anchoring.attest;

import java.sql.SQLException;

/** The database of what others vouched for cannot be used now. */
public final class AttestationStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AttestationStoreException(SQLException cause) {
        super("what witnesses and authorities said cannot be read or written: " + cause.getMessage(), cause);
    }
}
