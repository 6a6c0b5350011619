package org.indelible.authority;

/** On whose behalf a role acts. Data of the site belong to the site: no role of another side records, corrects or inactivates them (R44). */
public enum Side {
    SITE,
    SPONSOR,
    REGULATOR,
    PARTICIPANT,
    /** Runs the system, holds no part in the conduct of a trial (R23). */
    PLATFORM,
    /** Imports, schedulers and API clients, with certified keys of their own. */
    SYSTEM
}
