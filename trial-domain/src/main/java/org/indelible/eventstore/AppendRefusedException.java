package org.indelible.eventstore;

/** A rule of the store, not of the domain, forbids the append. Nothing was sealed. The code is stable; the message says the cure. */
public final class AppendRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which rule. */
    public enum Rule {
        /** One command makes one append, so that it is stored as a whole or not at all. */
        ONE_APPEND("second-append"),
        /** Every entry is sealed with a key certified for who acts. */
        AUTHOR("author-not-certified"),
        /** The clock does not run backwards within a ledger. */
        CLOCK("clock-behind-ledger"),
        /** Only what the claims provide for is kept of a message's metadata. */
        METADATA("metadata-not-allowed"),
        /** Only streams of the domain are stored. */
        STREAM("stream-not-placed"),
        /** Histories are short, aggregates are cached; a snapshot would be a second, unsealed truth. */
        SNAPSHOT("snapshots-not-kept");

        private final String code;

        Rule(String code) {
            this.code = code;
        }
    }

    private final Rule rule;

    AppendRefusedException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }

    public String code() {
        return rule.code;
    }
}
