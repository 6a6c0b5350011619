package org.indelible.anchoring.ledger;

/** The entry by which a ledger's checkpoints are signed with another key from then on. It stands in {@code platform}, before the first of them. */
public final class RotationEvent {
    public static final String TYPE = "log-key-rotated";
    public static final String STREAM_TYPE = "log-key";

    private RotationEvent() {}

    /** The stream of all of them of one ledger. */
    public static String stream(String ledger) {
        return STREAM_TYPE + ':' + ledger;
    }
}
