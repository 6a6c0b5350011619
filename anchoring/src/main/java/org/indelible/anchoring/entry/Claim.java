package org.indelible.anchoring.entry;

/** Names that have a meaning in an entry: those of RFC 9901, and the marks of a disclosable field in a reassembled event. */
final class Claim {
    /** Digests of an object's disclosable properties (RFC 9901 section 4.2.4.1). */
    static final String DIGESTS = "_sd";

    /** Digest of a disclosable array element (RFC 9901 section 4.2.4.2). */
    static final String ELEMENT = "...";

    /** Hash of the digests (RFC 9901 section 4.1.1). */
    static final String DIGEST_ALGORITHM = "_sd_alg";

    /** Class and property name of each digest, in document order. */
    static final String DISCLOSURE_CLASSES = "dcl";

    /** A disclosable field in a draft or a reassembled event, with its class, value, digest, state. */
    static final String LEAF = "~d";

    static final String LEAF_CLASS = "c";
    static final String LEAF_VALUE = "v";
    static final String LEAF_DIGEST = "g";
    static final String LEAF_STATE = "s";

    private Claim() {}

    static boolean isReserved(String name) {
        return switch (name) {
            case DIGESTS, ELEMENT, DIGEST_ALGORITHM, LEAF -> true;
            default -> false;
        };
    }
}
