package org.indelible;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One command of each kind a sealed interface permits, made of given parts where a test has them, of plain samples elsewhere. */
public final class CommandSamples {
    private static final List<String> TEXTS = List.of("sample", "A".repeat(43), "1");

    private final Map<Class<?>, Object> parts;

    /** @param parts what stands for every component of that type */
    public CommandSamples(Map<Class<?>, Object> parts) {
        this.parts = parts;
    }

    public List<Object> of(Class<?> command) {
        return command.isSealed()
                ? Arrays.stream(command.getPermittedSubclasses())
                        .flatMap(permitted -> of(permitted).stream())
                        .toList()
                : List.of(sample(command, TEXTS.getFirst()));
    }

    private Object sample(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Object first = sample(generic.getActualTypeArguments()[0], text);
            return generic.getRawType() == Optional.class ? Optional.of(first) : List.of(first);
        }
        Class<?> raw = (Class<?>) type;
        if (parts.containsKey(raw)) {
            return parts.get(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return of(raw).getFirst();
        }
        return raw.isRecord() ? record(raw) : plain(raw, text);
    }

    private static Object plain(Class<?> raw, String text) {
        return switch (raw.getName()) {
            case "java.lang.String" -> text;
            case "boolean" -> true;
            case "int" -> 1;
            case "long" -> 1L;
            case "java.time.Instant" -> Instant.now();
            case "java.time.LocalDate" -> LocalDate.now(java.time.ZoneOffset.UTC);
            case "java.time.OffsetDateTime" -> OffsetDateTime.now(java.time.ZoneOffset.UTC);
            default -> throw new IllegalArgumentException("no sample of " + raw);
        };
    }

    /** Ids accept only some texts; the first that this one accepts. */
    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (String text : TEXTS) {
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(Stream.of(components)
                        .map(component -> sample(component.getGenericType(), text))
                        .toArray());
            } catch (InvocationTargetException constrained) {
                continue;
            } catch (ReflectiveOperationException inaccessible) {
                throw new IllegalStateException(inaccessible);
            }
        }
        throw new IllegalArgumentException("no sample of " + type);
    }
}
