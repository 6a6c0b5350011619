package org.indelible.anchoring.ledger;

/** The command was turned away before anything was stored. */
public final class AppendRejectedException extends LedgerException {
    private static final long serialVersionUID = 1L;

    /** Why a command is turned away. */
    public enum Reason {
        QUEUE_FULL("append-queue-full"),
        CLOSED("ledger-closed"),
        KEY_ERASED("append-key-erased"),
        MALFORMED("append-malformed");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }

    private final Reason reason;

    public AppendRejectedException(Reason reason, String message) {
        super(reason.code, message, null);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
