package org.indelible.anchoring.merkle;

import org.indelible.anchoring.primitive.Sha256;

/** How leaves and nodes are hashed (RFC 6962 section 2.1). */
public final class TreeHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final Hash EMPTY = Hash.wrap(Sha256.of());

    private TreeHash() {}

    /** Root of the tree without leaves. */
    public static Hash empty() {
        return EMPTY;
    }

    public static Hash leaf(byte[] entry) {
        return Hash.wrap(Sha256.of(LEAF, entry));
    }

    public static Hash node(Hash left, Hash right) {
        return Hash.wrap(Sha256.of(NODE, left.shared(), right.shared()));
    }
}
