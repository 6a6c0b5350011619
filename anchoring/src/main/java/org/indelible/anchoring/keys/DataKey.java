package org.indelible.anchoring.keys;

import java.util.Arrays;

/**
 * A key that encrypts erasable disclosures.
 *
 * @param ref names the key; says nothing about what it encrypts
 * @param key 256 bits, for AES-GCM
 */
public record DataKey(String ref, byte[] key) {
    public static final int BYTES = 32;

    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey that && ref.equals(that.ref) && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return "DataKey[" + ref + ']';
    }
}
