package org.indelible.anchoring.ledger;

import org.jspecify.annotations.Nullable;

/** The one family of failures of the ledger. The code is stable; the message says what happened and what cures it. */
public abstract sealed class LedgerException extends RuntimeException
        permits StreamConflictException,
                DuplicateJtiException,
                AppendRejectedException,
                LedgerUnavailableException,
                StoredEntryDamagedException,
                CheckpointRefusedException {
    private static final long serialVersionUID = 1L;
    private final String code;

    LedgerException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable code, for problem details and logs. */
    public String code() {
        return code;
    }
}
