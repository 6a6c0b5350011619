package org.indelible.anchoring.checkpoint;

/** A text is not a checkpoint. */
public final class CheckpointFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    CheckpointFormatException(String message) {
        super(message);
    }

    CheckpointFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
