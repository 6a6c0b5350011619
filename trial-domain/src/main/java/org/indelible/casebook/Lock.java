package org.indelible.casebook;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.indelible.shared.AccountId;

/**
 * What is closed to changes.
 *
 * @param locked the casebook as a whole
 * @param unlockAuthorisedBy an authorisation not yet used
 * @param parts what is frozen or locked apart from that
 */
public record Lock(boolean locked, Optional<AccountId> unlockAuthorisedBy, Map<PartScope, Bar> parts) {
    static final Lock NONE = new Lock(false, Optional.empty(), Map.of());

    /**
     * @param locked rather than frozen
     * @param unlockAuthorisedBy an authorisation not yet used
     */
    public record Bar(boolean locked, Optional<AccountId> unlockAuthorisedBy) {
        static final Bar FROZEN = new Bar(false, Optional.empty());
        static final Bar LOCKED = new Bar(true, Optional.empty());
    }

    public Optional<Bar> part(PartScope scope) {
        return Optional.ofNullable(parts.get(scope));
    }

    /** The strictest bar that lies on the whole of a form. */
    Optional<Bar> on(FormRef form) {
        return strictest(scope -> scope.covers(form));
    }

    /** The strictest bar that lies on an item, by itself or with what holds it. */
    Optional<Bar> on(FormRef form, ItemRef item) {
        return strictest(scope -> scope.covers(form, item));
    }

    /** Whether anything of the form is barred. */
    boolean touches(FormRef form) {
        return parts.keySet().stream().anyMatch(scope -> scope.touches(form));
    }

    private Optional<Bar> strictest(Predicate<PartScope> covers) {
        return parts.entrySet().stream()
                .filter(part -> covers.test(part.getKey()))
                .map(Map.Entry::getValue)
                .max((one, other) -> Boolean.compare(one.locked(), other.locked()));
    }

    Lock whole(boolean nowLocked, Optional<AccountId> authorisedBy) {
        return new Lock(nowLocked, authorisedBy, parts);
    }

    Lock barred(PartScope scope, Bar bar) {
        Map<PartScope, Bar> more = new HashMap<>(parts);
        more.put(scope, bar);
        return new Lock(locked, unlockAuthorisedBy, Collections.unmodifiableMap(more));
    }

    Lock open(PartScope scope) {
        Map<PartScope, Bar> fewer = new HashMap<>(parts);
        fewer.remove(scope);
        return new Lock(locked, unlockAuthorisedBy, Collections.unmodifiableMap(fewer));
    }
}
