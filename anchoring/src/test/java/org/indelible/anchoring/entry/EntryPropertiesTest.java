package org.indelible.anchoring.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.indelible.anchoring.certificate.AuthorKey;
import org.indelible.anchoring.testing.Authors;
import org.indelible.anchoring.testing.Requirement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Random events: sealed, read, erased, damaged. */
@Requirement({"R05", "R68"})
class EntryPropertiesTest {
    private static final SaltSource SALTS = SaltSource.secureRandom();
    private static AuthorKey author;

    private final EntrySealer sealer = new EntrySealer();
    private final EntryReader reader = new EntryReader();

    @BeforeAll
    static void certifyAuthor() {
        author = Authors.coordinator();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhatWasSealed(long seed) throws EntryFormatException {
        EntryDraft draft = Events.draft(Events.random(new Random(seed)));
        SealedEntry entry = sealer.seal(draft, author, SALTS);
        ParsedEntry parsed = reader.parse(entry.compact());
        reader.verifySeal(parsed, author.certificate());
        assertThat(parsed.claims()).isEqualTo(draft.claims());
        List<String> disclosures =
                entry.disclosures().stream().map(Disclosure::encoded).toList();
        assertThat(withoutDigests(reader.reassemble(parsed, disclosures))).isEqualTo(draft.data());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySubsetMayBeErasedOrWithheld(long seed) throws EntryFormatException {
        Random random = new Random(seed);
        SealedEntry entry = sealer.seal(Events.draft(Events.random(random)), author, SALTS);
        ParsedEntry parsed = reader.parse(entry.compact());
        Map<String, DisclosureState> full = new HashMap<>();
        Map<String, DisclosureState> some = new HashMap<>();
        for (Disclosure disclosure : entry.disclosures()) {
            DisclosureState present = new DisclosureState.Disclosed(disclosure.encoded());
            full.put(disclosure.digest(), present);
            some.put(
                    disclosure.digest(),
                    switch (random.nextInt(3)) {
                        case 0 -> new DisclosureState.Erased();
                        case 1 -> new DisclosureState.Withheld();
                        default -> present;
                    });
        }
        JsonNode expected = blanked(reader.reassemble(parsed, full::get), some);
        assertThat(reader.reassemble(parsed, some::get)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyChangedCharacterIsRefused(long seed) {
        Random random = new Random(seed);
        SealedEntry entry = sealer.seal(Events.draft(Events.random(random)), author, SALTS);
        StringBuilder changed = new StringBuilder(entry.compact());
        int at = random.nextInt(changed.length());
        changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 << random.nextInt(7))));
        assertThatThrownBy(() -> reader.verifySeal(reader.parse(changed.toString()), author.certificate()))
                .isInstanceOf(EntryFormatException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyChangedCharacterOfADisclosureIsRefused(long seed) throws EntryFormatException {
        Random random = new Random(seed);
        SealedEntry entry = sealer.seal(Events.draft(Events.bloodPressure()), author, SALTS);
        ParsedEntry parsed = reader.parse(entry.compact());
        Disclosure disclosure =
                entry.disclosures().get(random.nextInt(entry.disclosures().size()));
        StringBuilder changed = new StringBuilder(disclosure.encoded());
        int at = random.nextInt(changed.length());
        changed.setCharAt(at, (char) (changed.charAt(at) ^ (1 << random.nextInt(7))));
        assertThatThrownBy(() -> reader.reassemble(parsed, List.of(changed.toString())))
                .isInstanceOf(EntryFormatException.class);
        assertThatThrownBy(() -> reader.reassemble(parsed, digest -> new DisclosureState.Disclosed(changed.toString())))
                .isInstanceOf(EntryFormatException.class);
    }

    private static JsonNode withoutDigests(ObjectNode data) {
        ObjectNode copy = data.deepCopy();
        for (JsonNode leaf : copy.findValues("~d")) {
            ((ObjectNode) leaf).remove("g");
        }
        return copy;
    }

    private static JsonNode blanked(JsonNode value, Map<String, DisclosureState> states) {
        if (value.has("~d")) {
            return blankedLeaf((ObjectNode) value, states);
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = Events.NODES.objectNode();
            object.forEachEntry((name, field) -> copy.set(name, blanked(field, states)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = Events.NODES.arrayNode();
            array.forEach(element -> copy.add(blanked(element, states)));
            return copy;
        }
        return value;
    }

    private static JsonNode blankedLeaf(ObjectNode leaf, Map<String, DisclosureState> states) {
        JsonNode inner = leaf.get("~d");
        String digest = inner.get("g").stringValue();
        DisclosureState state = Objects.requireNonNull(states.get(digest));
        if (state instanceof DisclosureState.Disclosed) {
            return leaf;
        }
        ObjectNode blank = Events.NODES.objectNode();
        blank.putObject("~d")
                .put("c", inner.get("c").stringValue())
                .put("s", state instanceof DisclosureState.Erased ? "erased" : "withheld")
                .put("g", digest);
        return blank;
    }
}
