package org.indelible.anchoring.ledger;

/** The steps of one group commit, in order. */
public enum AppendStep {
    BEGUN,
    LOCKED,
    HEADS_READ,
    INSERTED,
    HEADS_MOVED,
    /** COMMIT has been sent and answered; the answer has not been looked at yet. */
    COMMITTED
}
