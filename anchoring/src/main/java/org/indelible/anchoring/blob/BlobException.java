package org.indelible.anchoring.blob;

import org.jspecify.annotations.Nullable;

/** A blob cannot be stored or read; the message says why. */
public final class BlobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlobException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
