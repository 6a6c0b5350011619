package org.indelible.eventstore;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;

/**
 * The Java types that may stand in a stored event. Numbers are whole: no JSON number ever holds a clinical value, and a binary fraction
 * would not come back as it was typed.
 */
final class StoredTypes {
    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            boolean.class,
            int.class,
            long.class,
            Integer.class,
            Long.class,
            Boolean.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            OffsetDateTime.class,
            Period.class,
            ZoneId.class);

    private StoredTypes() {}

    static boolean isScalar(Class<?> type) {
        return SCALARS.contains(type) || type.isEnum();
    }

    /** The records a value of this type can be: itself, or what a sealed interface permits at any depth. */
    static List<Class<?>> alternatives(Class<?> type) {
        if (!type.isSealed()) {
            return type.isRecord() ? List.of(type) : List.of();
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> alternatives(permitted).stream())
                .toList();
    }

    /** Whether a value of this type has a disclosable field at any depth. */
    static boolean holdsDisclosable(Class<?> type) {
        return holdsDisclosable(type, new HashSet<>());
    }

    private static boolean holdsDisclosable(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getRawType() == Disclosable.class
                    || Arrays.stream(parameterized.getActualTypeArguments())
                            .anyMatch(argument -> holdsDisclosable(argument, seen));
        }
        return type instanceof Class<?> raw
                && alternatives(raw).stream()
                        .flatMap(record -> Stream.of(record.getRecordComponents()))
                        .map(RecordComponent::getGenericType)
                        .anyMatch(component -> holdsDisclosable(component, seen));
    }

    /** A sealed interface is stored with a name of each alternative, never the class name that Jackson would fall back to. */
    static List<String> polymorphismViolations(Class<?> sealed, String path) {
        JsonTypeInfo info = sealed.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes names = sealed.getAnnotation(JsonSubTypes.class);
        List<String> violations = new ArrayList<>();
        if (info == null || info.use() != JsonTypeInfo.Id.NAME || names == null) {
            violations.add(path + ": " + sealed.getName() + " needs @JsonTypeInfo(use = NAME) and @JsonSubTypes");
            return violations;
        }
        for (Class<?> alternative : alternatives(sealed)) {
            if (Arrays.stream(names.value())
                    .noneMatch(
                            type -> type.value() == alternative && !type.name().isEmpty())) {
                violations.add(
                        path + ": " + alternative.getName() + " has no name in @JsonSubTypes of " + sealed.getName());
            }
        }
        return violations;
    }
}
