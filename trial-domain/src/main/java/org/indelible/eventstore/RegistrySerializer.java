package org.indelible.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Axon's serializer for events: the type is the registered name, the revision the registered revision, the content JSON with disclosable
 * fields marked as {@link DisclosableModule} says. No Java class name is ever stored. Metadata does not pass through JSON: what of it is
 * kept stands in the entry's claims, and the engine hands it over as it is.
 */
public final class RegistrySerializer implements Serializer {
    private static final String METADATA = "metadata";

    private final EventTypeRegistry registry;
    private final JsonMapper mapper = StoredJson.mapper();
    private final ChainingConverter converter = new ChainingConverter();

    public RegistrySerializer(EventTypeRegistry registry) {
        this.registry = registry;
        converter.registerConverter(new JsonNodeToByteArrayConverter(mapper));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(mapper));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    public EventTypeRegistry registry() {
        return registry;
    }

    /** Metadata in the wrapping that {@link #deserialize} takes off again. */
    static SerializedObject<MetaData> wrap(MetaData metaData) {
        return new SimpleSerializedObject<>(metaData, MetaData.class, new SimpleSerializedType(METADATA, null));
    }

    /**
     * Writes an event. Appending is for good, so the event is read back first and must equal what was written: one with a missing field
     * or a type that loses something is refused while its author can still be told.
     */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (object == null) {
            throw new SerializationException("an event has a payload");
        }
        SerializedType type = typeForClass(object.getClass());
        ObjectNode json;
        try {
            json = mapper.valueToTree(object);
            if (!object.equals(mapper.treeToValue(json, object.getClass()))) {
                throw new SerializationException(
                        "event " + type.getName() + " would not be read back as it was written");
            }
        } catch (JacksonException unwritable) {
            throw new SerializationException("event " + type.getName() + " cannot be stored", unwritable);
        }
        return new SimpleSerializedObject<>(converter.convert(json, representation), representation, type);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(ObjectNode.class, representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        if (serialized.getData() instanceof MetaData metaData) {
            return (T) metaData;
        }
        Class<?> type = classForType(serialized.getType());
        JsonNode json = converter.convert(serialized, JsonNode.class).getData();
        try {
            return (T) mapper.treeToValue(json, type);
        } catch (JacksonException unreadable) {
            throw new SerializationException("event " + serialized.getType().getName() + " cannot be read", unreadable);
        }
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return METADATA.equals(type.getName()) ? MetaData.class : registry.classOf(type.getName(), type.getRevision());
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            throw new UnknownEventTypeException("an event has a class");
        }
        EventTypeName name = registry.nameOf(type);
        return new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
