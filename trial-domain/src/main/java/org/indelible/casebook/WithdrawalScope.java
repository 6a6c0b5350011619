package org.indelible.casebook;

/** What a withdrawal of consent covers. What was lawfully collected before is kept in every case (GDPR 17(3); R67). */
public enum WithdrawalScope {
    /** The intervention only; follow-up goes on. */
    INTERVENTION(false),
    /** Visits and contact; what the site learns from records otherwise may still be collected. */
    PARTICIPATION(true),
    /** Every further collection. */
    ALL_COLLECTION(true);

    private final boolean stopsCollection;

    WithdrawalScope(boolean stopsCollection) {
        this.stopsCollection = stopsCollection;
    }

    public boolean stopsCollection() {
        return stopsCollection;
    }
}
