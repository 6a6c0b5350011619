package org.indelible.anchoring.tlog;

/** A path or a file is not what tlog-tiles says it is. */
public final class TlogFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    TlogFormatException(String message) {
        super(message);
    }
}
