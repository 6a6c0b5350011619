package org.indelible.anchoring.verify;

/** What a check came to. {@link #NOT_CHECKED} is never a pass. */
public enum Outcome {
    PASSED,
    FAILED,
    NOT_CHECKED
}
