package org.indelible.anchoring.ledger;

/** The entry in {@code platform} by which another certificate authority certifies the installation's authors from then on. */
public final class AuthorityEvent {
    public static final String TYPE = "authority-rotated";
    public static final String STREAM_TYPE = "certification";
    public static final String STREAM = STREAM_TYPE + ":platform";

    private AuthorityEvent() {}
}
