package org.indelible.authority;

/** Whether a role may learn allocations. Nobody holds a blinded and an unblinded role in one trial, nor returns to a blinded one (R54). */
public enum Blinding {
    BLINDED,
    UNBLINDED,
    /** Sees no data of trials at all. */
    NOT_APPLICABLE
}
