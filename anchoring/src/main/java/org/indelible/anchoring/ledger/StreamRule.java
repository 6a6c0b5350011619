package org.indelible.anchoring.ledger;

/** What a stream's next entry must be. */
public enum StreamRule {
    /** Number 0 without {@code prev}, or one more than the last with {@code prev} its hash. The rule of every real ledger. */
    CONTINUOUS,
    /** Any number not yet taken; for contract tests of others, whose streams do not start at 0. */
    UNIQUE
}
