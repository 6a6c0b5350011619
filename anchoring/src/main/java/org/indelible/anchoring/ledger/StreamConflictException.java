package org.indelible.anchoring.ledger;

/** Somebody else appended to the stream first. Nothing of the command was stored; decide again on the current state. */
public final class StreamConflictException extends LedgerException {
    private static final long serialVersionUID = 1L;
    private final String stream;
    private final long seq;

    public StreamConflictException(String stream, long seq, String message) {
        super("stream-conflict", message, null);
        this.stream = stream;
        this.seq = seq;
    }

    public String stream() {
        return stream;
    }

    /** The sequence number that could not be taken. */
    public long seq() {
        return seq;
    }
}
