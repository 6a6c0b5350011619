package org.indelible.shared;

/** Fixed at registration for good: nothing tried out ever becomes evidence, and no real participant is ever in a test. */
public enum TrialKind {
    TEST,
    TRAINING,
    PRODUCTION
}
