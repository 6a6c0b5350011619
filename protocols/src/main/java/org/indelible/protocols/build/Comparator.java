package org.indelible.protocols.build;

/** RangeCheck/@Comparator (ODM 1.3.2, 3.1.1.3.6.4): how the value must stand to the check values. */
public enum Comparator {
    LT,
    LE,
    GT,
    GE,
    EQ,
    NE,
    IN,
    NOTIN
}
