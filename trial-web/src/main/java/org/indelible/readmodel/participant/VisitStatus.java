package org.indelible.readmodel.participant;

/** How far a visit or form is; the most urgent that applies. */
public enum VisitStatus {
    EMPTY,
    OVERDUE,
    IN_PROGRESS,
    COMPLETE,
    QUERY,
    VERIFIED,
    SIGNED,
    SIGNATURE_STALE,
    FROZEN,
    LOCKED,
    NOT_DONE
}
