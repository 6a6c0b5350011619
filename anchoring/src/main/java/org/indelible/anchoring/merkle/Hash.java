package org.indelible.anchoring.merkle;

import java.util.Arrays;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.EncodingException;
import org.indelible.anchoring.primitive.Sha256;

/** The SHA-256 hash of a leaf or node of a tree. Immutable. */
public final class Hash {
    public static final int BYTES = Sha256.BYTES;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that starts at this offset of a longer array. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** Reads the standard base64 form that notes and proofs use. */
    public static Hash parse(String base64) throws EncodingException {
        return new Hash(Base64Text.STANDARD.decode(base64, BYTES));
    }

    static Hash wrap(byte[] digest) {
        return new Hash(digest);
    }

    byte[] shared() {
        return bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Standard base64. */
    @Override
    public String toString() {
        return Base64Text.STANDARD.encode(bytes);
    }
}
