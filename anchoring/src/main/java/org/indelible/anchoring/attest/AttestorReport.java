package org.indelible.anchoring.attest;

import java.time.Instant;

/**
 * How it went with a witness or an authority.
 *
 * @param at since when it is so
 */
public record AttestorReport(String ledger, String attestor, State state, String detail, Instant at) {
    /** In a word. */
    public enum State {
        /** It vouches for what it was shown. */
        GOOD,
        /** It could not be asked, or what it answered does not count. */
        NO_ANSWER,
        /** It does not know this ledger. */
        REFUSED,
        /** It holds another history than this one. */
        CONTRADICTED
    }
}
