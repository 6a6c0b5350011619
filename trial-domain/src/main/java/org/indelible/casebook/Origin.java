package org.indelible.casebook;

/** By which way a value came in. */
public enum Origin {
    SITE,
    TRANSFER,
    MIGRATION
}
