package org.indelible.anchoring.ledger;

import org.jspecify.annotations.Nullable;

/** The database cannot be used now. */
public final class LedgerUnavailableException extends LedgerException {
    private static final long serialVersionUID = 1L;

    /** What is the matter, and what became of the command. */
    public enum Reason {
        /** The connection is lost or refused. Nothing was stored. */
        CONNECTION_LOST("ledger-connection-lost"),
        /** The database has no room left. Nothing was stored. */
        DISK_FULL("ledger-disk-full"),
        /** The database refused or failed for another reason. Nothing was stored. */
        DATABASE_ERROR("ledger-database-error"),
        /** The connection was lost during COMMIT and has not come back: the command may or may not be stored; look its jti up. */
        OUTCOME_UNKNOWN("append-outcome-unknown");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }

    private final Reason reason;

    public LedgerUnavailableException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason.code, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
