package org.indelible.protocols.build;

/** RangeCheck/@SoftHard: a soft check asks for confirmation, a hard one keeps the form from being complete. */
public enum SoftHard {
    SOFT,
    HARD
}
