package org.indelible.protocols.odm;

/** How much a diagnostic matters. */
public enum Severity {
    /** Something would lose its meaning: nothing is taken from the file, or not the value it is about. */
    ERROR,
    /** It was read, in a way somebody should confirm. */
    WARNING,
    /** It was read; something beside it was left out or is not executed. */
    INFO
}
