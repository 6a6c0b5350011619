package org.indelible.account;

/** How a change of the server's clock was found out. */
public enum ClockChange {
    /** It went on otherwise than a clock that nobody can set. */
    WHILE_RUNNING,
    /** It was behind the last entry that had been stored: at a start, or after it had been set forward and back in a moment. */
    BEHIND_LEDGER
}
