package org.indelible.wiring;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.eventstore.Disclosed;

/**
 * The same sample of any record on every run: every optional is there, every list and set has an element of each kind there is. Ids and
 * other records that accept only some texts are tried with texts of the forms in use.
 */
final class SampleValues {
    private static final List<String> FORMS = List.of(
            "sample",
            "0190a1b2-0000-7000-8000-000000000001",
            "A".repeat(43),
            "0".repeat(64),
            "2026-03-01",
            "1",
            "F.SAMPLE");

    private static final Map<Class<?>, Object> SCALARS = Map.ofEntries(
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true),
            Map.entry(int.class, 7),
            Map.entry(Integer.class, 7),
            Map.entry(long.class, 7L),
            Map.entry(Long.class, 7L),
            Map.entry(UUID.class, UUID.fromString("0190a1b2-0000-7000-8000-000000000001")),
            Map.entry(Instant.class, Instant.parse("2026-03-01T07:31:00.123Z")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 1)),
            Map.entry(LocalTime.class, LocalTime.of(9, 30)),
            Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2026-03-01T09:30:00+02:00")),
            Map.entry(Period.class, Period.ofDays(28)),
            Map.entry(ZoneId.class, ZoneId.of("Europe/Athens")));

    private SampleValues() {}

    /** A sample of the record. */
    static Record of(Class<? extends Record> type) {
        return (Record) sample(type, DisclosureClass.VALUE, FORMS.getFirst());
    }

    private static Object sample(Type type, DisclosureClass disclosureClass, String text) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized(parameterized, disclosureClass, text);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text;
        }
        if (SCALARS.containsKey(raw)) {
            return SCALARS.get(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        return raw.isSealed() ? alternatives(raw, disclosureClass, text).getFirst() : record(raw);
    }

    private static Object parameterized(ParameterizedType type, DisclosureClass disclosureClass, String text) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Disclosable.class) {
            return Disclosable.of(sample(first, disclosureClass, text), disclosureClass);
        }
        if (raw == Optional.class) {
            return Optional.of(sample(first, disclosureClass, text));
        }
        if (raw == List.class) {
            return alternatives(first, disclosureClass, text);
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(alternatives(first, disclosureClass, text));
        }
        if (raw == Map.class) {
            return Map.of(
                    sample(first, disclosureClass, text),
                    sample(type.getActualTypeArguments()[1], disclosureClass, text));
        }
        throw new IllegalArgumentException("no sample of " + type);
    }

    /** One sample of each kind of element. */
    private static List<Object> alternatives(Type type, DisclosureClass disclosureClass, String text) {
        if (type instanceof Class<?> raw && raw.isSealed()) {
            return Arrays.stream(raw.getPermittedSubclasses())
                    .flatMap(permitted -> alternatives(permitted, disclosureClass, text).stream())
                    .toList();
        }
        if (type instanceof Class<?> raw && raw.isEnum()) {
            return List.of(raw.getEnumConstants());
        }
        return List.of(sample(type, disclosureClass, text));
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        InvocationTargetException refused = null;
        for (String text : FORMS) {
            Object[] values = Stream.of(components)
                    .map(component -> sample(component.getGenericType(), classOf(component), text))
                    .toArray();
            try {
                return constructor(type, components).newInstance(values);
            } catch (InvocationTargetException constrained) {
                refused = constrained;
            } catch (ReflectiveOperationException inaccessible) {
                throw new IllegalStateException(inaccessible);
            }
        }
        throw new IllegalStateException("no sample of " + type.getName() + ": teach SampleValues one", refused);
    }

    private static DisclosureClass classOf(RecordComponent component) {
        Disclosed fixed = component.getAnnotation(Disclosed.class);
        return fixed == null ? DisclosureClass.VALUE : fixed.value();
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components)
            throws NoSuchMethodException {
        Constructor<?> canonical = type.getDeclaredConstructor(
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.setAccessible(true);
        return canonical;
    }
}
