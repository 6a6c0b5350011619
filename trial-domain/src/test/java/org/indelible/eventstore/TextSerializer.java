package org.indelible.eventstore;

import java.util.List;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;

/** Wraps the plain strings that Axon's contract tests have for events into an event type. */
final class TextSerializer implements Serializer {
    @EventType(name = "contract-text")
    record Text(@InClear String text) {}

    private final RegistrySerializer events = new RegistrySerializer(EventTypeRegistry.of(List.of(Text.class)));

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        return events.serialize(new Text((String) object), representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return events.canSerializeTo(representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Object read = events.deserialize(serialized);
        return (T) (read instanceof Text event ? event.text() : read);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> known = events.classForType(type);
        return known == Text.class ? String.class : known;
    }

    @Override
    public SerializedType typeForClass(Class type) {
        return events.typeForClass(type == String.class ? Text.class : type);
    }

    @Override
    public Converter getConverter() {
        return events.getConverter();
    }
}
