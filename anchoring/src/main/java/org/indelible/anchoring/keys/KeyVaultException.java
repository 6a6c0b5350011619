package org.indelible.anchoring.keys;

import org.jspecify.annotations.Nullable;

/** The key vault cannot be used; the message says why and what cures it. Nothing that depends on a key was stored. */
public final class KeyVaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyVaultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
