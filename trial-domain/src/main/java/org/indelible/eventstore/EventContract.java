package org.indelible.eventstore;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;

/**
 * What a record must be to be stored as an event. Every field says who may see it: {@link InClear}, or {@link Disclosable} whose class is
 * fixed by {@link Disclosed} or carried by the value. A nested record that holds disclosable fields is held to the same; one that holds none
 * is as clear as the field it stands in. Disclosable fields stand in records or in lists only, so that the name of an erased one, which
 * remains in clear, is the name of a record component.
 */
final class EventContract {
    private final List<String> violations = new ArrayList<>();

    private EventContract() {}

    /** All defects of the class as an event, each naming its component. */
    static List<String> violations(Class<? extends Record> event) {
        EventContract contract = new EventContract();
        contract.checkRecord(event, event.getName(), Set.of());
        return contract.violations;
    }

    private void checkRecord(Class<?> type, String path, Set<Class<?>> enclosing) {
        if (enclosing.contains(type)) {
            violations.add(path + ": a stored record does not contain itself");
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            checkComponent(component, path + '.' + component.getName(), with(enclosing, type));
        }
    }

    private void checkComponent(RecordComponent component, String path, Set<Class<?>> enclosing) {
        Type type = component.getGenericType();
        boolean inClear = component.isAnnotationPresent(InClear.class);
        boolean disclosed = component.isAnnotationPresent(Disclosed.class);
        if (isDisclosable(elementOf(type))) {
            if (inClear) {
                violations.add(path + ": a Disclosable is not @InClear");
            }
            checkClear(argument(elementOf(type), 0), path, enclosing);
            return;
        }
        if (disclosed) {
            violations.add(path + ": @Disclosed stands on a Disclosable<T> or a List<Disclosable<T>>, not on "
                    + type.getTypeName());
        } else if (!inClear) {
            violations.add(path + ": is neither @InClear nor Disclosable");
        }
        checkInClear(type, path, enclosing);
    }

    /** A field in clear: nested records with disclosable fields are allowed in it, directly, in a list or where there may be none. */
    private void checkInClear(Type type, String path, Set<Class<?>> enclosing) {
        Type element = structureOf(type);
        if (element instanceof Class<?> raw && StoredTypes.holdsDisclosable(raw)) {
            StoredTypes.alternatives(raw).forEach(one -> checkRecord(one, path, enclosing));
            if (raw.isSealed()) {
                violations.addAll(StoredTypes.polymorphismViolations(raw, path));
            }
        } else {
            checkClear(type, path, enclosing);
        }
    }

    /** Wholly clear content, or the content of one disclosure: no Disclosable at any depth. */
    private void checkClear(Type type, String path, Set<Class<?>> enclosing) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            if (isDisclosable(type)) {
                violations.add(path + ": a Disclosable stands in a record or a List of its own, not inside "
                        + "another value");
            } else if (raw == Optional.class || raw == List.class || raw == Set.class) {
                checkClear(argument(type, 0), path, enclosing);
            } else if (raw == Map.class) {
                checkClear(argument(type, 0), path, enclosing);
                checkClear(argument(type, 1), path, enclosing);
            } else {
                violations.add(path + ": " + raw.getName() + " is not a type that is stored");
            }
        } else if (type instanceof Class<?> raw) {
            checkClearClass(raw, path, enclosing);
        } else {
            violations.add(path + ": " + type.getTypeName() + " is not a type that is stored");
        }
    }

    private void checkClearClass(Class<?> raw, String path, Set<Class<?>> enclosing) {
        if (StoredTypes.holdsDisclosable(raw)) {
            violations.add(path + ": " + raw.getName() + " holds a Disclosable where none may be");
        } else if (raw.isSealed() && raw.isInterface()) {
            violations.addAll(StoredTypes.polymorphismViolations(raw, path));
            StoredTypes.alternatives(raw).forEach(one -> checkClearClass(one, path, enclosing));
        } else if (raw.isRecord()) {
            if (enclosing.contains(raw)) {
                violations.add(path + ": a stored record does not contain itself");
                return;
            }
            for (RecordComponent component : raw.getRecordComponents()) {
                checkClear(component.getGenericType(), path + '.' + component.getName(), with(enclosing, raw));
            }
        } else if (!StoredTypes.isScalar(raw)) {
            violations.add(path + ": " + raw.getName() + " is not a type that is stored");
        }
    }

    private static Set<Class<?>> with(Set<Class<?>> enclosing, Class<?> type) {
        return Stream.concat(enclosing.stream(), Stream.of(type)).collect(Collectors.toUnmodifiableSet());
    }

    private static Type elementOf(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class ? argument(list, 0) : type;
    }

    private static Type structureOf(Type type) {
        return type instanceof ParameterizedType wrapper
                        && (wrapper.getRawType() == List.class || wrapper.getRawType() == Optional.class)
                ? structureOf(argument(wrapper, 0))
                : type;
    }

    private static boolean isDisclosable(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == Disclosable.class;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
