package org.indelible.anchoring.outbound;

/** A call came to nothing: the other is down, slow, or answered more than it may. The message is fit to be shown. */
public final class OutboundException extends Exception {
    private static final long serialVersionUID = 1L;

    OutboundException(String message, Throwable cause) {
        super(message, cause);
    }
}
