package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.indelible.eventstore.InClear;

/** The part of a casebook that is frozen or locked: an item, a form, a visit; the whole of it where none is named. */
public record PartScope(
        @InClear Optional<VisitRef> visit,
        @InClear Optional<FormRef> form,
        @InClear Optional<ItemRef> item) {
    public PartScope {
        if (item.isPresent() && form.isEmpty() || form.isPresent() && visit.isEmpty()) {
            throw new IllegalArgumentException("an item is named with its form, a form with its visit");
        }
    }

    public static PartScope of(VisitRef visit) {
        return new PartScope(Optional.of(visit), Optional.empty(), Optional.empty());
    }

    public static PartScope of(FormRef form) {
        return new PartScope(Optional.of(form.visit()), Optional.of(form), Optional.empty());
    }

    public static PartScope of(FormRef form, ItemRef item) {
        return new PartScope(Optional.of(form.visit()), Optional.of(form), Optional.of(item));
    }

    public static PartScope wholeCasebook() {
        return new PartScope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @JsonIgnore
    public boolean isWhole() {
        return visit.isEmpty();
    }

    /** Whether the form lies in it as a whole. */
    public boolean covers(FormRef other) {
        return item.isEmpty()
                && form.map(other::equals)
                        .orElseGet(() -> visit.map(other.visit()::equals).orElse(true));
    }

    public boolean covers(FormRef otherForm, ItemRef otherItem) {
        return covers(otherForm)
                || form.filter(otherForm::equals).isPresent()
                        && item.filter(otherItem::equals).isPresent();
    }

    /** Whether they have anything in common. */
    boolean touches(FormRef other) {
        return covers(other) || form.filter(other::equals).isPresent();
    }
}
