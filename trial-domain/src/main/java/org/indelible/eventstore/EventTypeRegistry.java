package org.indelible.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which record class stands for which stored event type. Every type registered satisfies {@link EventContract}; the registry names all
 * defects of all types at once and does not come to be with any.
 */
public final class EventTypeRegistry {
    private final Map<String, Class<? extends Record>> byName = new HashMap<>();
    private final Map<Class<?>, EventTypeName> byClass = new HashMap<>();

    private EventTypeRegistry(Collection<? extends Class<?>> types) {
        List<String> violations = new ArrayList<>();
        types.forEach(type -> register(type, violations));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("event types break their contract:\n" + String.join("\n", violations));
        }
    }

    /** A registry of exactly these record classes. */
    public static EventTypeRegistry of(Collection<? extends Class<?>> types) {
        return new EventTypeRegistry(types);
    }

    /** A registry of all record classes that the sealed interfaces permit, at any depth. */
    public static EventTypeRegistry ofSealed(Class<?>... roots) {
        List<Class<?>> types = new ArrayList<>();
        for (Class<?> root : roots) {
            collect(root, types);
        }
        return new EventTypeRegistry(types.stream().distinct().toList());
    }

    private static void collect(Class<?> type, List<Class<?>> types) {
        if (!type.isSealed()) {
            types.add(type);
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(permitted, types);
        }
    }

    private void register(Class<?> type, List<String> violations) {
        EventType annotation = type.getAnnotation(EventType.class);
        if (annotation == null || !type.isRecord()) {
            violations.add(type.getName() + " is not a record with @EventType");
            return;
        }
        Class<? extends Record> event = type.asSubclass(Record.class);
        violations.addAll(EventContract.violations(event));
        EventTypeName name;
        try {
            name = new EventTypeName(annotation.name(), annotation.revision());
        } catch (IllegalArgumentException malformed) {
            violations.add(type.getName() + ": " + malformed.getMessage());
            return;
        }
        Class<? extends Record> other = byName.putIfAbsent(name.name(), event);
        if (other != null) {
            violations.add(type.getName() + " and " + other.getName() + " are both named " + name.name());
        }
        byClass.put(type, name);
    }

    /** Name and revision under which events of this class are stored. */
    public EventTypeName nameOf(Class<?> type) {
        return find(type)
                .orElseThrow(() -> new UnknownEventTypeException(type.getName() + " is not a registered event"));
    }

    Optional<EventTypeName> find(Class<?> type) {
        return Optional.ofNullable(byClass.get(type));
    }

    /** The class for events of this name, which upcasters must have brought to its revision. */
    public Class<? extends Record> classOf(String name, @Nullable String revision) {
        Class<? extends Record> type = byName.get(name);
        if (type == null) {
            throw new UnknownEventTypeException("no event type is named " + name);
        }
        EventTypeName current = nameOf(type);
        if (!Integer.toString(current.revision()).equals(revision)) {
            throw new UnknownEventTypeException("revision " + revision + " of event type " + name
                    + " has no upcaster to revision " + current.revision());
        }
        return type;
    }

    /** All registered classes in the order of their names. */
    public List<Class<? extends Record>> types() {
        return byName.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .<Class<? extends Record>>map(Map.Entry::getValue)
                .toList();
    }
}
