package org.indelible.eventstore;

import java.util.Comparator;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;

/**
 * Writes sets in the order of their elements' text, which for names and typed ids is what is stored: {@code Set.of} iterates in another order
 * on every run of the JVM.
 */
final class SortedSetModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    SortedSetModule() {
        super("sorted-sets");
        setSerializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                ValueSerializer<?> serializer) {
            return Set.class.isAssignableFrom(type.getRawClass()) ? new SortedSetSerializer() : serializer;
        }
    }

    private static final class SortedSetSerializer extends ValueSerializer<Set<?>> {
        @Override
        public void serialize(Set<?> set, JsonGenerator generator, SerializationContext context) {
            generator.writeStartArray();
            set.stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(element -> context.writeValue(generator, element));
            generator.writeEndArray();
        }
    }
}
