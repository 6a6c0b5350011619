package org.indelible.anchoring.primitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AB==", "AAB=", "A", "AA=", "AAA\n", "AA==AA==", "A_==", "A A="})
    void standardRefuses(String text) {
        assertThatThrownBy(() -> Base64Text.STANDARD.decode(text)).isInstanceOf(EncodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA==", "AB", "AAB", "A", "AAAA=", "A+AA", "A/AA", "AAA\n", "AAA."})
    void urlRefuses(String text) {
        assertThatThrownBy(() -> Base64Text.URL.decode(text)).isInstanceOf(EncodingException.class);
    }

    @Test
    void decodesWhatItEncodes() throws EncodingException {
        Random random = new Random(1);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base64Text.STANDARD.decode(Base64Text.STANDARD.encode(bytes)))
                    .isEqualTo(bytes);
            assertThat(Base64Text.URL.decode(Base64Text.URL.encode(bytes), length))
                    .isEqualTo(bytes);
        }
        assertThatThrownBy(() -> Base64Text.URL.decode("AAAA", 4)).hasMessage("expected 4 bytes in base64, found 3");
    }
}
