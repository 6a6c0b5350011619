package org.indelible.protocols.check;

/** The answer to a question about entered values. */
public enum Decision {
    TRUE,
    FALSE,
    /** What was entered does not settle it. */
    UNDECIDABLE;

    static Decision of(boolean answer) {
        return answer ? TRUE : FALSE;
    }

    Decision not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNDECIDABLE -> UNDECIDABLE;
        };
    }

    /** True where any is, false where all are. */
    Decision or(Decision other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE && other == FALSE ? FALSE : UNDECIDABLE;
    }
}
