package org.indelible.anchoring.ledger;

/** An entry with this {@code jti} is already stored. For derived ids that means: it has been done, doing it again changes nothing. */
public final class DuplicateJtiException extends LedgerException {
    private static final long serialVersionUID = 1L;
    private final String jti;

    public DuplicateJtiException(String jti) {
        super(
                "duplicate-jti",
                "an entry with jti " + jti + " is already stored; nothing of this command was stored",
                null);
        this.jti = jti;
    }

    public String jti() {
        return jti;
    }
}
