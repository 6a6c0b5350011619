package org.indelible.anchoring.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every ciphertext of Project Wycheproof with the parameters used here (256-bit key, 96-bit nonce, 128-bit tag) is judged as published. */
@Requirement("R68")
class WycheproofAesGcmTest {

    @TestFactory
    Stream<DynamicTest> ciphertexts() {
        JsonNode vectors = JsonFixture.read(Fixtures.path("crypto/wycheproof/aes_gcm_test.json"));
        return vectors.get("testGroups")
                .valueStream()
                .filter(group -> group.get("keySize").intValue() == 256
                        && group.get("ivSize").intValue() == 96
                        && group.get("tagSize").intValue() == 128)
                .flatMap(group -> group.get("tests").valueStream())
                .map(test -> DynamicTest.dynamicTest(
                        test.get("tcId").intValue() + " " + test.get("comment").stringValue(), () -> judge(test)));
    }

    private static void judge(JsonNode test) throws CipherTextException {
        byte[] sealed = HexFormat.of()
                .parseHex(test.get("iv").stringValue()
                        + test.get("ct").stringValue()
                        + test.get("tag").stringValue());
        byte[] key = hex(test, "key");
        byte[] associated = hex(test, "aad");
        if (test.get("result").stringValue().equals("valid")) {
            assertThat(AesGcm.decrypt(key, sealed, associated)).isEqualTo(hex(test, "msg"));
        } else {
            assertThatThrownBy(() -> AesGcm.decrypt(key, sealed, associated)).isInstanceOf(CipherTextException.class);
        }
    }

    private static byte[] hex(JsonNode test, String field) {
        return HexFormat.of().parseHex(test.get(field).stringValue());
    }
}
