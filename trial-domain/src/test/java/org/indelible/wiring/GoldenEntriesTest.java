package org.indelible.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.indelible.anchoring.entry.DisclosureState;
import org.indelible.anchoring.entry.EntryClaims;
import org.indelible.anchoring.entry.EntryReader;
import org.indelible.anchoring.entry.ParsedEntry;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.eventstore.RegistrySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was once sealed is sealed in the same bytes for good, and stays readable. An event whose form changes gets a new revision and an
 * upcaster; its old golden file stays.
 */
class GoldenEntriesTest {
    private static final int SUBSETS = 20;
    private static GoldenFiles golden;

    @BeforeAll
    static void writeMissing() throws Exception {
        golden = new GoldenFiles();
        if (GoldenFiles.writing()) {
            for (Class<? extends Record> type : types().toList()) {
                Path file = golden.file(golden.nameOf(type));
                if (!Files.exists(file)) {
                    GoldenFiles.write(file, golden.seal(type));
                }
            }
        }
    }

    static Stream<Class<? extends Record>> types() {
        return DomainEvents.registry().types().stream();
    }

    static Stream<Path> files() throws Exception {
        return GoldenFiles.files().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void bytesAreTheApprovedOnes(Class<? extends Record> type) throws Exception {
        Path file = golden.file(golden.nameOf(type));

        assertThat(file)
                .as("approved bytes; -Dindelible.golden.write=true writes missing ones")
                .exists();
        assertThat(golden.seal(type))
                .as("%s: a changed form needs a new revision and an upcaster", type.getName())
                .isEqualTo(GoldenFiles.read(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRevisionEverSealedIsReadable(Path file) throws Exception {
        String[] parts = GoldenFiles.read(file).split("~");
        EntryReader reader = new EntryReader();
        ParsedEntry entry = reader.parse(parts[0]);
        ObjectNode data = reader.reassemble(entry, Arrays.asList(parts).subList(1, parts.length));
        RegistrySerializer serializer = new RegistrySerializer(DomainEvents.registry());

        List<IntermediateEventRepresentation> upcast = new EventUpcasterChain(DomainEvents.upcasters())
                .upcast(Stream.of(new InitialEventRepresentation(new Golden(entry.claims(), data), serializer)))
                .toList();

        assertThat(upcast).isNotEmpty().allSatisfy(event -> {
            Object read = serializer.deserialize(event.getData());
            assertThat(read).isInstanceOf(Record.class);
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    @Requirement("R69")
    void everyEventIsReadableWhateverOfItIsErasedOrWithheld(Class<? extends Record> type) throws Exception {
        String[] parts = GoldenFiles.read(golden.file(golden.nameOf(type))).split("~");
        EntryReader reader = new EntryReader();
        ParsedEntry entry = reader.parse(parts[0]);
        RegistrySerializer serializer = new RegistrySerializer(DomainEvents.registry());
        Map<String, DisclosureState> disclosed = new HashMap<>();
        for (int i = 0; i < entry.slots().size(); i++) {
            disclosed.put(Sha256.base64UrlOfAscii(parts[i + 1]), new DisclosureState.Disclosed(parts[i + 1]));
        }

        for (long seed = 0; seed < SUBSETS; seed++) {
            Random random = new Random(seed);
            ObjectNode data = reader.reassemble(entry, digest -> switch (random.nextInt(3)) {
                case 0 -> new DisclosureState.Erased();
                case 1 -> new DisclosureState.Withheld();
                default -> Objects.requireNonNull(disclosed.get(digest));
            });
            Object read = serializer.deserialize(new SimpleSerializedObject<>(
                    data, ObjectNode.class, entry.claims().evt(), entry.claims().rev()));
            assertThat(read).isInstanceOf(type);
        }
    }

    private record Golden(EntryClaims claims, ObjectNode data) implements EventData<ObjectNode> {
        @Override
        public String getEventIdentifier() {
            return claims.jti();
        }

        @Override
        public Instant getTimestamp() {
            return claims.iat();
        }

        @Override
        public SerializedObject<ObjectNode> getMetaData() {
            return new SimpleSerializedObject<>(data, ObjectNode.class, "metadata", null);
        }

        @Override
        public SerializedObject<ObjectNode> getPayload() {
            return new SimpleSerializedObject<>(data, ObjectNode.class, claims.evt(), claims.rev());
        }
    }
}
