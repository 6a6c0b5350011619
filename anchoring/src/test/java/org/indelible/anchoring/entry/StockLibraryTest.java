package org.indelible.anchoring.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sealed here, libraries of others verify and decode: nimbus-jose-jwt (with Tink) the JWS, authlete sd-jwt the disclosures. */
@Requirement("R05")
class StockLibraryTest {
    private static AuthorKey author;

    @BeforeAll
    static void certifyAuthor() {
        author = Authors.coordinator();
    }

    static LongStream seeds() {
        return LongStream.range(1000, 1200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void verifiesAndDecodes(long seed) throws Exception {
        ObjectNode data = Events.random(new Random(seed));
        SealedEntry entry = new EntrySealer().seal(Events.draft(data), author, SaltSource.secureRandom());

        SDJWT sdJwt = SDJWT.parse(entry.sdJwt());
        JWSObject jws = JWSObject.parse(sdJwt.getCredentialJwt());
        assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.Ed25519);
        assertThat(jws.verify(new Ed25519Verifier(publicKey()))).isTrue();

        Map<String, Object> payload = jws.getPayload().toJSONObject();
        assertThat(sdJwt.getDisclosures().stream().map(com.authlete.sd.Disclosure::digest))
                .containsExactlyElementsOf(
                        entry.disclosures().stream().map(Disclosure::digest).toList());
        Map<String, Object> decoded = new SDObjectDecoder().decode(payload, sdJwt.getDisclosures());
        JsonNode decodedData = JsonMapper.shared().valueToTree(decoded.get("data"));
        assertThat(normal(decodedData)).isEqualTo(normal(plain(data)));
    }

    private static OctetKeyPair publicKey() {
        byte[] key = author.certificate().key().encoded();
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(key)).build();
    }

    /** The event as someone would write it who knows nothing of disclosures. */
    private static JsonNode plain(JsonNode value) {
        if (value.has("~d")) {
            return value.get("~d").get("v");
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = Events.NODES.objectNode();
            object.forEachEntry((name, field) -> copy.set(name, plain(field)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = Events.NODES.arrayNode();
            array.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return value;
    }

    /** The libraries give longs and doubles where we have ints; the text of whole numbers is the same. */
    private static JsonNode normal(JsonNode value) throws Exception {
        String text = JsonMapper.shared().writeValueAsString(value).replaceAll("(-?[0-9]+)\\.0\\b", "$1");
        return JsonMapper.shared().readTree(text);
    }
}
