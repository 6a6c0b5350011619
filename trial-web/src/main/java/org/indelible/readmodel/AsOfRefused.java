package org.indelible.readmodel;

/** {@code asOf} names no point of the ledger. */
public final class AsOfRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String code;

    AsOfRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable code for programs. */
    public String code() {
        return code;
    }
}
