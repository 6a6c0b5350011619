package org.indelible.anchoring.ledger;

/** The two entries by which two persons let a ledger go on without the end that it lost. They stand in the ledger itself. */
public final class LossEvent {
    public static final String DECLARED = "ledger-loss-declared";
    public static final String CONFIRMED = "ledger-loss-confirmed";

    private LossEvent() {}

    /** The stream of both, in that ledger. */
    public static String stream(String ledger) {
        return "recovery:" + ledger;
    }
}
