package org.indelible.eventstore;

import java.lang.reflect.RecordComponent;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.module.SimpleModule;

/**
 * The form of disclosable fields in the JSON of an event, the same on the way to the sealer and back from the reader: an object whose only
 * property is {@value #MARK}, holding the class letter {@code c} and the value {@code v}, or, where there is no value to be had, the state
 * {@code s}; {@code g} is the digest once there is one.
 */
final class DisclosableModule extends SimpleModule {
    private static final long serialVersionUID = 1L;
    static final String MARK = "~d";
    static final String CLASS = "c";
    static final String VALUE = "v";
    static final String STATE = "s";
    static final String DIGEST = "g";
    static final String ERASED = "erased";
    static final String WITHHELD = "withheld";

    DisclosableModule() {
        super("disclosable");
        addSerializer(new DisclosableSerializer(null));
        addDeserializer(Disclosable.class, new DisclosableDeserializer(null, null));
    }

    /**
     * The class that {@link Disclosed} fixes for the field, or for the elements of the list that the field is. Jackson's own view of a
     * property has the annotations of its field, accessor and parameter only.
     */
    static @Nullable DisclosureClass fixedClass(@Nullable BeanProperty property) {
        if (property == null || !property.getMember().getDeclaringClass().isRecord()) {
            return null;
        }
        for (RecordComponent component :
                property.getMember().getDeclaringClass().getRecordComponents()) {
            Disclosed annotation = component.getAnnotation(Disclosed.class);
            if (annotation != null && component.getName().equals(property.getName())) {
                return annotation.value();
            }
        }
        return null;
    }
}
