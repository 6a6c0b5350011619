package org.indelible.anchoring.ledger;

/** A checkpoint was not signed, because it would contradict one that was signed before or the rows it should stand for. */
public final class CheckpointRefusedException extends LedgerException {
    private static final long serialVersionUID = 1L;

    /** What stands against signing. */
    public enum Reason {
        /** The database holds less than, or other than, what was signed before. */
        ROLLED_BACK("ledger-rolled-back"),
        /** Rows, tiles or checkpoints contradict each other. */
        INCONSISTENT("ledger-inconsistent"),
        /** The log has another key since: this one signs no more. */
        KEY_RETIRED("log-key-retired"),
        /** The checkpoint could not be made durable. */
        NOT_RECORDED("checkpoint-not-recorded");

        private final String code;

        Reason(String code) {
            this.code = code;
        }
    }

    private final Reason reason;

    public CheckpointRefusedException(Reason reason, String message) {
        super(reason.code, message, null);
        this.reason = reason;
    }

    public CheckpointRefusedException(Reason reason, String message, Throwable cause) {
        super(reason.code, message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
