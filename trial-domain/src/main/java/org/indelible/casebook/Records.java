package org.indelible.casebook;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.indelible.casebook.LockEvent.FormFrozen;
import org.indelible.casebook.LockEvent.FormUnfrozen;
import org.indelible.casebook.RecordingEvent.*;
import org.indelible.casebook.ReviewEvent.ItemsVerified;
import org.indelible.casebook.VisitEvent.*;

/** The visits and forms of a casebook, with their data points. */
public record Records(Map<VisitRef, VisitState> visits, Map<FormRef, FormState> forms) {
    static final Records NONE = new Records(Map.of(), Map.of());

    /** @param on when it took place; absent for running logs */
    public record VisitState(Optional<LocalDate> on, boolean notDone) {}

    /** The form as it stands; an untouched one where nothing was recorded. */
    public FormState form(FormRef ref) {
        return forms.getOrDefault(ref, FormState.NONE);
    }

    public Optional<VisitState> visit(VisitRef ref) {
        return Optional.ofNullable(visits.get(ref));
    }

    /** Latest version of clinical data in the scope. */
    Version lastChange(SignatureScope scope) {
        return forms.entrySet().stream()
                .filter(form -> scope.covers(form.getKey()))
                .map(form -> form.getValue().lastChange())
                .max((one, other) -> Long.compare(one.seq(), other.seq()))
                .orElse(Version.NONE);
    }

    Set<FormRef> formsOf(VisitRef visit) {
        return forms.keySet().stream()
                .filter(form -> form.visit().equals(visit))
                .collect(Collectors.toUnmodifiableSet());
    }

    Records evolve(VisitEvent event, long seq) {
        return switch (event) {
            case VisitStarted started -> visit(started.visit(), new VisitState(started.on(), false));
            case VisitMarkedNotDone marked -> visit(marked.visit(), new VisitState(Optional.empty(), true));
            case FormMarkedNotDone marked -> change(marked.form(), form -> form.markedNotDone(seq));
            case FormMigrated migrated -> change(migrated.form(), form -> form.migrated(migrated.to(), seq));
        };
    }

    Records evolve(RecordingEvent event, long seq) {
        return switch (event) {
            case ItemsRecorded e -> change(e.form(), form -> form.recorded(e.build(), e.origin(), e.items(), seq));
            case ItemsCorrected e -> change(e.form(), form -> form.corrected(e.origin(), e.items(), seq));
            case ItemsInactivated e -> {
                Set<ItemRef> items = new HashSet<>();
                e.items().forEach(item -> items.add(item.item()));
                yield change(e.form(), form -> form.inactivated(items::contains, seq));
            }
            case GroupInactivated e -> change(e.form(), form -> form.groupInactivated(e.group(), seq));
            case FormInactivated e -> change(e.form(), form -> form.formInactivated(seq));
        };
    }

    Records verified(ItemsVerified event) {
        return change(event.form(), form -> form.verified(event.items()));
    }

    Records frozen(FormFrozen event) {
        return change(event.form(), form -> form.frozen(true));
    }

    Records unfrozen(FormUnfrozen event) {
        return change(event.form(), form -> form.frozen(false));
    }

    private Records visit(VisitRef ref, VisitState state) {
        Map<VisitRef, VisitState> more = new HashMap<>(visits);
        more.put(ref, state);
        return new Records(Collections.unmodifiableMap(more), forms);
    }

    private Records change(FormRef ref, UnaryOperator<FormState> change) {
        Map<FormRef, FormState> more = new HashMap<>(forms);
        more.put(ref, change.apply(form(ref)));
        return new Records(visits, Collections.unmodifiableMap(more));
    }
}
