package org.indelible.casebook;

import java.util.Optional;
import org.indelible.eventstore.InClear;

/**
 * What a signature covers: one form, one visit, or the whole casebook where neither is named.
 */
public record SignatureScope(
        @InClear Optional<VisitRef> visit, @InClear Optional<FormRef> form) {

    public static SignatureScope of(FormRef form) {
        return new SignatureScope(Optional.of(form.visit()), Optional.of(form));
    }

    public static SignatureScope of(VisitRef visit) {
        return new SignatureScope(Optional.of(visit), Optional.empty());
    }

    public static SignatureScope wholeCasebook() {
        return new SignatureScope(Optional.empty(), Optional.empty());
    }

    public boolean covers(FormRef other) {
        return form.map(other::equals)
                .orElseGet(() -> visit.map(other.visit()::equals).orElse(true));
    }
}
