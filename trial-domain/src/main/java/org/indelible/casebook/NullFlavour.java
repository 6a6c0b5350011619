package org.indelible.casebook;

/** Why there is no value. */
public enum NullFlavour {
    NOT_DONE,
    UNKNOWN,
    NOT_APPLICABLE,
    NOT_ASKED
}
