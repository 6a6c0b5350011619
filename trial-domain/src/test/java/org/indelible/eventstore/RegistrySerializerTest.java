package org.indelible.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.indelible.eventstore.SampleEvents.itemsSaved;
import static org.indelible.eventstore.SampleEvents.noteAdded;
import static org.indelible.eventstore.SampleEvents.visitRecorded;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Withheld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RegistrySerializerTest {
    private final RegistrySerializer serializer = new RegistrySerializer(SampleEvents.registry());

    static Stream<Record> events() {
        return Stream.of(visitRecorded(), itemsSaved(), noteAdded(7));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBack(Record event) {
        for (Class<?> representation : List.of(JsonNode.class, ObjectNode.class, byte[].class)) {
            SerializedObject<?> stored = serializer.serialize(event, representation);
            assertThat(serializer.<Object, Object>deserialize((SerializedObject<Object>) stored))
                    .isEqualTo(event);
        }
    }

    @Test
    void formIsTheDocumentedOne() {
        assertThat(serializer.serialize(visitRecorded(), ObjectNode.class).getData())
                .hasToString(
                        "{\"at\":\"2026-03-01T09:30:00+02:00\",\"build\":null,\"comment\":{\"~d\":{\"c\":\"F\",\"v\":null}},"
                                + "\"counts\":{\"a\":1,\"b\":2},\"day\":\"2026-03-01\",\"duties\":[\"CONSENT\",\"DATA_ENTRY\",\"PRESCRIBING\"],"
                                + "\"place\":{\"kind\":\"site\",\"siteKey\":\"101\"},\"stored\":\"2026-03-01T07:31:00.123Z\","
                                + "\"visit\":\"V1\",\"zone\":\"Europe/Athens\"}");
    }

    @Test
    void typeIsNameAndRevisionNeverAClass() {
        SerializedObject<byte[]> stored = serializer.serialize(visitRecorded(), byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("sample.visit-recorded");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
        assertThat(new String(stored.getData(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("indelible");
    }

    @Test
    void erasedAndWithheldFieldsAreRead() {
        SampleEvents.NoteAdded erased =
                read("{\"note\":{\"~d\":{\"c\":\"F\",\"s\":\"erased\",\"g\":\"abc\"}},\"number\":1}");
        SampleEvents.NoteAdded withheld =
                read("{\"note\":{\"~d\":{\"c\":\"F\",\"s\":\"withheld\",\"g\":\"abc\"}},\"number\":1}");
        SampleEvents.NoteAdded present =
                read("{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"x\",\"g\":\"abc\"}},\"number\":1}");

        assertThat(erased.note()).isEqualTo(new Erased<>(DisclosureClass.FREE_TEXT, "abc"));
        assertThat(withheld.note()).isEqualTo(new Withheld<>(DisclosureClass.FREE_TEXT, "abc"));
        assertThat(present.note().present()).contains("x");
        assertThat(present.note().digest()).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\"}},\"number\":1,\"more\":2}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\"}}}",
                "{\"number\":1}",
                "{\"note\":null,\"number\":1}",
                "{\"note\":\"SECRET\",\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"V\",\"v\":\"SECRET\"}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"X\",\"v\":\"SECRET\"}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":null}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":{\"SECRET\":1}}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\",\"s\":\"erased\"}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\"}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"s\":\"gone\"}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\",\"z\":1}},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\"},\"z\":1},\"number\":1}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\"}},\"number\":1.5}",
                "{\"note\":{\"~d\":{\"c\":\"F\",\"v\":\"SECRET\"}},\"number\":\"1\"}",
            })
    void whatIsNotExactlyTheEventIsRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("SECRET")
                .rootCause()
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void valueOfAnotherClassThanTheFieldsIsNotWritten() {
        var misclassified = new SampleEvents.NoteAdded(Disclosable.of("x", DisclosureClass.VALUE), 1);

        assertThatThrownBy(() -> serializer.serialize(misclassified, ObjectNode.class))
                .isInstanceOf(SerializationException.class)
                .rootCause()
                .hasMessageContaining("FREE_TEXT");
    }

    @Test
    void valueNobodyKnowsIsNotWritten() {
        var erased = new SampleEvents.NoteAdded(new Erased<>(DisclosureClass.FREE_TEXT, "abc"), 1);

        assertThatThrownBy(() -> serializer.serialize(erased, ObjectNode.class))
                .isInstanceOf(SerializationException.class)
                .rootCause()
                .hasMessageContaining("cite its entry and digest");
    }

    private SampleEvents.NoteAdded read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8), byte[].class, "sample.note-added", "1"));
    }
}
