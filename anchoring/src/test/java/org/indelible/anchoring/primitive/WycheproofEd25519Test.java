package org.indelible.anchoring.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every Ed25519 signature of Project Wycheproof is judged as published. */
@Requirement("R05")
class WycheproofEd25519Test {
    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> signatures() {
        JsonNode vectors = JsonFixture.read(Fixtures.path("crypto/wycheproof/ed25519_test.json"));
        return vectors.get("testGroups").valueStream().flatMap(group -> {
            byte[] key = hex(group.get("publicKey"), "pk");
            return group.get("tests")
                    .valueStream()
                    .map(test -> DynamicTest.dynamicTest(
                            test.get("tcId").intValue() + " "
                                    + test.get("comment").stringValue(),
                            () -> assertThat(verifies(key, test))
                                    .isEqualTo(test.get("result").stringValue().equals("valid"))));
        });
    }

    private static boolean verifies(byte[] key, JsonNode test) throws EncodingException {
        return Ed25519Key.of(key).verify(hex(test, "msg"), hex(test, "sig"));
    }

    private static byte[] hex(JsonNode node, String field) {
        return HEX.parseHex(node.get(field).stringValue());
    }
}
