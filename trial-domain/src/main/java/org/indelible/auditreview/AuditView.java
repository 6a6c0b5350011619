package org.indelible.auditreview;

/**
 * What an audit trail is looked at for (EMA 6.2.2; R13). From which number on something is shown, the plan says; what the number counts
 * depends on the view.
 */
public enum AuditView {
    /** Days between the visit and the entry of its data. */
    LATE_ENTRY(8, 1, 365),
    /** Entries of one site at night, by its own clock. */
    ODD_HOURS(3, 1, 10_000),
    /** Changes of one data point, of the critical ones where the study build names them. */
    MANY_CHANGES(3, 1, 100),
    /** Per cent of a site's answers to an item that say only why there is none. */
    MISSING_DATA(20, 1, 100),
    /** Attempts of one person at what they have no right to do. */
    UNAUTHORISED_ATTEMPTS(1, 1, 10_000),
    /** Changes of one form after its signature, its freezing or the unlocking of the casebook. */
    AFTER_SIGN_OR_LOCK(1, 1, 10_000),
    /** Per cent of the measurements that two participants of a site have in common on one form. */
    COPIED_DATA(80, 50, 100),
    /** Measurements of an item at a site, without which its last digits say nothing. */
    DIGIT_PREFERENCE(50, 20, 100_000);

    private final int usual;
    private final int least;
    private final int most;

    AuditView(int usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** The threshold where nobody chose one: the ordinary work of a site stays below it. */
    public int usual() {
        return usual;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
