package org.indelible.anchoring.keys;

/** A ciphertext does not open: wrong key, wrong associated data, or altered. */
public final class CipherTextException extends Exception {
    private static final long serialVersionUID = 1L;

    CipherTextException(Throwable cause) {
        super("the ciphertext does not open under this key", cause);
    }
}
