package org.indelible.eventstore;

import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Present;
import org.indelible.anchoring.disclosure.Withheld;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a disclosable field, strictly. No message holds the value: it may identify somebody and messages end in logs. */
final class DisclosableDeserializer extends StdDeserializer<Disclosable<?>> {
    private static final Set<String> KNOWN =
            Set.of(DisclosableModule.CLASS, DisclosableModule.VALUE, DisclosableModule.STATE, DisclosableModule.DIGEST);

    private final @Nullable JavaType valueType;
    private final @Nullable DisclosureClass fixedClass;

    DisclosableDeserializer(@Nullable JavaType valueType, @Nullable DisclosureClass fixedClass) {
        super(Disclosable.class);
        this.valueType = valueType;
        this.fixedClass = fixedClass;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = context.getContextualType();
        return new DisclosableDeserializer(type.containedTypeOrUnknown(0), DisclosableModule.fixedClass(property));
    }

    @Override
    public Disclosable<?> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode leaf = context.readTree(parser);
        JsonNode content = leaf.get(DisclosableModule.MARK);
        if (content == null || leaf.size() != 1 || !content.isObject() || !KNOWN.containsAll(content.propertyNames())) {
            throw malformed(parser, "is an object with the property " + DisclosableModule.MARK);
        }
        DisclosureClass disclosureClass = disclosureClass(parser, content.get(DisclosableModule.CLASS));
        JsonNode digestNode = content.get(DisclosableModule.DIGEST);
        Optional<String> digest = Optional.ofNullable(digestNode).map(JsonNode::stringValue);
        JsonNode value = content.get(DisclosableModule.VALUE);
        JsonNode state = content.get(DisclosableModule.STATE);
        if (value != null && state == null) {
            return new Present<>(value(parser, context, value), disclosureClass, digest);
        }
        if (value == null && state != null && state.isString()) {
            return switch (state.stringValue()) {
                case DisclosableModule.ERASED -> new Erased<>(disclosureClass, digest);
                case DisclosableModule.WITHHELD -> new Withheld<>(disclosureClass, digest);
                default -> throw malformed(parser, "is erased or withheld where it has no value");
            };
        }
        throw malformed(parser, "has a value or a state");
    }

    private DisclosureClass disclosureClass(JsonParser parser, @Nullable JsonNode letter) {
        if (letter == null || !letter.isString()) {
            throw malformed(parser, "has a class letter");
        }
        DisclosureClass disclosureClass = DisclosureClass.ofLetter(letter.stringValue());
        if (fixedClass != null && disclosureClass != fixedClass) {
            throw malformed(parser, "has class " + fixedClass + " here, not " + disclosureClass);
        }
        return disclosureClass;
    }

    private Object value(JsonParser parser, DeserializationContext context, JsonNode value) {
        Object read;
        try {
            read = context.readTreeAsValue(value, valueType);
        } catch (JacksonException unreadable) {
            // Not kept as the cause: it would quote the value.
            throw malformed(parser, "has a value of type " + valueType);
        }
        if (read == null) {
            throw malformed(parser, "has a value that is not null");
        }
        return read;
    }

    private static DatabindException malformed(JsonParser parser, String expectation) {
        return DatabindException.from(parser, "a disclosable field " + expectation);
    }
}
