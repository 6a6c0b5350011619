package org.indelible.authority;

/** Why data of others are brought in, which decides what the import may touch. */
public enum ImportPurpose {
    /** A site brings in its own data: the rights are those of the person of the site who started it. */
    SITE,
    /** Data of external origin under a transfer agreement; never touches what a site entered. */
    TRANSFER,
    /** A whole trial moves here: of kind {@code test}, or authorised by two persons with a reason. */
    MIGRATION
}
