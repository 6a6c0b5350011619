package org.indelible.eventstore;

import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a disclosable field with its class, and refuses one whose class is not the field's or whose value the author does not know. */
final class DisclosableSerializer extends StdSerializer<Disclosable<?>> {
    private final @Nullable DisclosureClass fixedClass;

    DisclosableSerializer(@Nullable DisclosureClass fixedClass) {
        super(Disclosable.class);
        this.fixedClass = fixedClass;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        return new DisclosableSerializer(DisclosableModule.fixedClass(property));
    }

    @Override
    public void serialize(Disclosable<?> field, JsonGenerator generator, SerializationContext context) {
        if (fixedClass != null && field.disclosureClass() != fixedClass) {
            throw DatabindException.from(
                    generator,
                    "the field's disclosure class is " + fixedClass + ", its value's is " + field.disclosureClass());
        }
        Object value = field.present()
                .orElseThrow(() -> DatabindException.from(
                        generator, "an erased or withheld value cannot be stored again; cite its entry and digest"));
        generator.writeStartObject();
        generator.writeName(DisclosableModule.MARK);
        generator.writeStartObject();
        generator.writeStringProperty(
                DisclosableModule.CLASS, field.disclosureClass().letter());
        generator.writeName(DisclosableModule.VALUE);
        context.writeValue(generator, value);
        generator.writeEndObject();
        generator.writeEndObject();
    }
}
