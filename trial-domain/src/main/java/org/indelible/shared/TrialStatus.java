package org.indelible.shared;

/** Where a trial stands. */
public enum TrialStatus {
    REGISTERED,
    OPEN,
    CLOSED,
    LOCKED,
    ARCHIVED
}
