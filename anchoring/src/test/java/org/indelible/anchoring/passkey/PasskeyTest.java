package org.indelible.anchoring.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.indelible.anchoring.primitive.Base64Text;
import org.indelible.anchoring.primitive.P256Key;
import org.indelible.anchoring.testing.Fixtures;
import org.indelible.anchoring.testing.JsonFixture;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.anchoring.testing.SoftwarePasskey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@Requirement("R16")
class PasskeyTest {
    private static final byte[] CHALLENGE = new byte[32];

    static Stream<SoftwarePasskey> devices() {
        return Stream.of(SoftwarePasskey.es256(), SoftwarePasskey.eddsa());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void acceptsWhatThePasskeySaidOfTheChallenge(SoftwarePasskey device) {
        assertThat(device.passkey().problem(device.sign(CHALLENGE), CHALLENGE)).isEmpty();
        assertThat(device.passkey().problem(device.sign(CHALLENGE), new byte[31]))
                .hasValueSatisfying(problem -> assertThat(problem).contains("challenge"));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatItMustNotSay() {
        return Stream.of(
                refused("another page", "a page of", device -> device.origin = "https://evil.example.org"),
                refused("another relying party", "relying party", device -> device.relyingParty = "evil.example.org"),
                refused("person not verified", "did not verify", device -> device.flags = 1),
                refused("nobody present", "did not verify", device -> device.flags = 4),
                refused("a registration", "type webauthn.create", device -> device.type = "webauthn.create"));
    }

    private static DynamicTest refused(String name, String why, Consumer<SoftwarePasskey> fault) {
        return DynamicTest.dynamicTest(name, () -> {
            SoftwarePasskey device = SoftwarePasskey.es256();
            fault.accept(device);
            assertThat(device.passkey().problem(device.sign(CHALLENGE), CHALLENGE))
                    .hasValueSatisfying(problem -> assertThat(problem).contains(why));
        });
    }

    @ParameterizedTest
    @MethodSource("devices")
    void refusesEveryFlippedBit(SoftwarePasskey device) {
        Random random = new Random(1);
        Assertion good = device.sign(CHALLENGE);
        for (int i = 0; i < 500; i++) {
            Assertion bad = new Assertion(
                    good.credential().clone(),
                    good.authenticatorData().clone(),
                    good.clientData().clone(),
                    good.signature().clone());
            byte[] part = switch (random.nextInt(4)) {
                case 0 -> bad.credential();
                case 1 -> bad.authenticatorData();
                case 2 -> bad.clientData();
                default -> bad.signature();
            };
            part[random.nextInt(part.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(device.passkey().problem(bad, CHALLENGE)).isPresent();
        }
    }

    @Test
    void anotherPasskeysWordIsNotItsOwn() {
        SoftwarePasskey device = SoftwarePasskey.es256();
        Assertion others = SoftwarePasskey.es256().sign(CHALLENGE);
        Assertion posing = new Assertion(
                device.sign(CHALLENGE).credential(),
                others.authenticatorData(),
                others.clientData(),
                others.signature());

        assertThat(device.passkey().problem(others, CHALLENGE)).isPresent();
        assertThat(device.passkey().problem(posing, CHALLENGE))
                .hasValueSatisfying(problem -> assertThat(problem).contains("not by the key"));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void readsRegistrationsAndRefusesThoseForOthers(SoftwarePasskey device) throws Exception {
        String[] made = device.register(CHALLENGE);

        assertThat(Registration.read(
                        made[0], made[1], CHALLENGE, SoftwarePasskey.RELYING_PARTY, SoftwarePasskey.ORIGIN))
                .isEqualTo(device.passkey());
        assertThatThrownBy(() -> Registration.read(
                        made[0], made[1], new byte[1], SoftwarePasskey.RELYING_PARTY, SoftwarePasskey.ORIGIN))
                .isInstanceOf(PasskeyFormatException.class);
        assertThatThrownBy(() ->
                        Registration.read(made[0], made[1], CHALLENGE, "evil.example.org", SoftwarePasskey.ORIGIN))
                .isInstanceOf(PasskeyFormatException.class);
    }

    @Test
    void attestationObjectsThatAreCutOrBentAreRefusedAndNothingElseHappens() throws Exception {
        SoftwarePasskey device = SoftwarePasskey.es256();
        String[] made = device.register(CHALLENGE);
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            byte[] attestation = Base64Text.URL.decode(made[1]);
            attestation[random.nextInt(attestation.length)] = (byte) random.nextInt();
            byte[] cut = Arrays.copyOf(attestation, 1 + random.nextInt(attestation.length));
            assertThatThrownBy(() -> {
                        Passkey read = Registration.read(
                                made[0],
                                Base64Text.URL.encode(cut),
                                CHALLENGE,
                                SoftwarePasskey.RELYING_PARTY,
                                SoftwarePasskey.ORIGIN);
                        throw new PasskeyFormatException("read " + read.credential());
                    })
                    .isInstanceOf(PasskeyFormatException.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> ecdsaSignaturesOfProjectWycheproof() {
        JsonNode vectors = JsonFixture.read(Fixtures.path("crypto/wycheproof/ecdsa_secp256r1_sha256_test.json"));
        HexFormat hex = HexFormat.of();
        return vectors.get("testGroups").valueStream().flatMap(group -> {
            byte[] point =
                    hex.parseHex(group.get("publicKey").get("uncompressed").stringValue());
            return group.get("tests")
                    .valueStream()
                    .map(test -> DynamicTest.dynamicTest(
                            test.get("tcId").intValue() + " "
                                    + test.get("comment").stringValue(),
                            () -> assertThat(P256Key.of(
                                                    Arrays.copyOfRange(point, 1, 33), Arrays.copyOfRange(point, 33, 65))
                                            .verify(
                                                    hex.parseHex(test.get("msg").stringValue()),
                                                    hex.parseHex(test.get("sig").stringValue())))
                                    .isEqualTo(test.get("result").stringValue().equals("valid"))));
        });
    }
}
