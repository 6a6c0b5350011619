package org.indelible.api.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** JSON Schemas (2020-12) of the Java types that calls take and give. Records become named schemas; an {@code Optional} component is not required, or may be null. */
final class TypeSchemas {
    private final Map<String, Object> named = new LinkedHashMap<>();

    /** The records met so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return type instanceof Class<?> plain ? ofClass(plain) : Map.of();
    }

    private Map<String, Object> ofGeneric(Class<?> raw, Type[] of) {
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(of[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(of[1]));
        }
        return of(of[0]);
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isEnum()) {
            return Map.of("type", "string", "enum", constants(type));
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == int.class || type == Integer.class || type == OptionalInt.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class || type == OptionalLong.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        return type == Object.class ? Map.of() : Map.of("type", "string");
    }

    private Map<String, Object> record(Class<?> type) {
        String name = type.getSimpleName().replaceAll("Json$", "");
        if (!named.containsKey(name)) {
            Map<String, Object> properties = new LinkedHashMap<>();
            named.put(name, properties);
            named.put(name, object(type, properties));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> type, Map<String, Object> properties) {
        List<RecordComponent> shown = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .toList();
        shown.forEach(component -> properties.put(name(component), property(type, component)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                shown.stream()
                        .filter(component -> !optional(component) || !leftOut(type, component))
                        .map(TypeSchemas::name)
                        .toList());
        return schema;
    }

    private Map<String, Object> property(Class<?> type, RecordComponent component) {
        Map<String, Object> schema = of(component.getGenericType());
        return optional(component) && !leftOut(type, component)
                ? Map.of("anyOf", List.of(schema, Map.of("type", "null")))
                : schema;
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static boolean optional(RecordComponent component) {
        Class<?> type = component.getType();
        return type == Optional.class || type == OptionalInt.class || type == OptionalLong.class;
    }

    /** Whether an absent value is left out of the JSON rather than written as null. */
    private static boolean leftOut(Class<?> type, RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonInclude.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(JsonInclude.class)))
                .filter(include -> include.value() == JsonInclude.Include.NON_ABSENT)
                .isPresent();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> written(type, (Enum<?>) constant))
                .toList();
    }

    /** An enum may say itself how it is written, by a method with {@link JsonValue}. */
    private static String written(Class<?> type, Enum<?> constant) {
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(type + " cannot say how it is written", impossible);
                }
            }
        }
        return constant.name();
    }
}
