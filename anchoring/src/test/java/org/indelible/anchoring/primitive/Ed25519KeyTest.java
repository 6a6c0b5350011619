package org.indelible.anchoring.primitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Random;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("R05")
class Ed25519KeyTest {
    /** Order of the prime-order group (RFC 8032 section 5.1). */
    private static final BigInteger L =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void refusesKeysOfSmallOrder(String key) {
        assertThatThrownBy(() -> Ed25519Key.of(HexFormat.of().parseHex(key))).isInstanceOf(EncodingException.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "00"
            })
    void refusesKeysThatAreNotCanonical(String key) {
        assertThatThrownBy(() -> Ed25519Key.of(HexFormat.of().parseHex(key))).isInstanceOf(EncodingException.class);
    }

    @Test
    void refusesTheSecondFormOfASignature() {
        Ed25519Signer signer = Ed25519Signer.generate(new SecureRandom());
        byte[] message = {1, 2, 3};
        byte[] signature = signer.sign(message);
        assertThat(signer.verifier().verify(message, signature)).isTrue();
        assertThat(signer.verifier().verify(message, plusOrder(signature))).isFalse();
    }

    @Test
    void refusesAnyFlippedBit() {
        Ed25519Signer signer = Ed25519Signer.ofSeed(new byte[32]);
        byte[] message = {1, 2, 3};
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            byte[] signature = signer.sign(message);
            signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            assertThat(signer.verifier().verify(message, signature)).isFalse();
        }
        assertThat(signer.verifier().verify(message, new byte[63])).isFalse();
    }

    /** S + L, which a lax verifier takes for S. */
    private static byte[] plusOrder(byte[] signature) {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[i] = signature[63 - i];
        }
        byte[] sum = new BigInteger(1, bigEndian).add(L).toByteArray();
        byte[] malleable = signature.clone();
        for (int i = 0; i < 32; i++) {
            malleable[32 + i] = i < sum.length ? sum[sum.length - 1 - i] : 0;
        }
        return malleable;
    }
}
