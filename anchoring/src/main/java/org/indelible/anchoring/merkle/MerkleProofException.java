package org.indelible.anchoring.merkle;

/** A proof does not prove what it was offered for. */
public final class MerkleProofException extends Exception {
    private static final long serialVersionUID = 1L;

    MerkleProofException(String message) {
        super(message);
    }

    static void requireEqual(String what, Hash expected, Hash actual) throws MerkleProofException {
        if (!expected.equals(actual)) {
            throw new MerkleProofException(what + ": expected " + expected + ", proof gives " + actual);
        }
    }
}
