package org.indelible.anchoring.primitive;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** {@code SEQUENCE { r INTEGER, s INTEGER }} in DER (RFC 3279 section 2.2.3): an ECDSA signature on a curve of 256 bits, which has one encoding. */
record DerPair(BigInteger r, BigInteger s) {
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int LONGEST_INTEGER = 33;

    /** Empty where the bytes are anything else. */
    static Optional<DerPair> read(byte[] der) {
        if (der.length < 2 || der[0] != SEQUENCE || der[1] != der.length - 2) {
            return Optional.empty();
        }
        int second = end(der, 2);
        if (second < 0 || end(der, second) != der.length) {
            return Optional.empty();
        }
        return Optional.of(new DerPair(
                new BigInteger(1, Arrays.copyOfRange(der, 4, second)),
                new BigInteger(1, Arrays.copyOfRange(der, second + 2, der.length))));
    }

    /** Where the positive integer that begins here ends; -1 where there is none, or it could be shorter. */
    private static int end(byte[] der, int start) {
        if (start + 3 > der.length || der[start] != INTEGER) {
            return -1;
        }
        int length = der[start + 1];
        int end = start + 2 + length;
        if (length < 1 || length > LONGEST_INTEGER || end > der.length || der[start + 2] < 0) {
            return -1;
        }
        boolean padded = length > 1 && der[start + 2] == 0 && der[start + 3] >= 0;
        return padded ? -1 : end;
    }
}
