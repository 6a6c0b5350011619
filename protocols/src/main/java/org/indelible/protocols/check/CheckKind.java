package org.indelible.protocols.check;

/** What a built-in check looks at. */
public enum CheckKind {
    DATA_TYPE,
    LENGTH,
    CODE_LIST,
    UNIT,
    RANGE,
    /** A check stated as an expression. */
    EXPRESSION,
    MANDATORY_ITEM,
    MANDATORY_GROUP,
    SKIP_LOGIC
}
