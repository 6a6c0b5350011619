package org.indelible.casebook;

import java.util.Optional;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.shared.DomainRefusal;

/** A part of a casebook as a page names it and gets it back: its coordinates, divided by tabs; as many as it has. */
record PartChoice(PartScope scope) {
    static final String WHOLE = "casebook";
    private static final int OF_VISIT = 2;
    private static final int OF_FORM = 4;
    private static final int OF_ITEM = 7;

    static PartChoice of(EventView visit) {
        return new PartChoice(
                PartScope.of(new VisitRef(visit.oid(), new RepeatKey(visit.key().orElse("")))));
    }

    static PartChoice of(FormAddress form) {
        return new PartChoice(PartScope.of(form.ref()));
    }

    static FormAddress address(FormRef form) {
        return new FormAddress(
                form.eventOid(),
                form.eventKey().value(),
                form.formOid(),
                form.formKey().value());
    }

    static PartScope parse(String text) {
        if (text.equals(WHOLE)) {
            return PartScope.wholeCasebook();
        }
        String[] parts = text.split("\t", -1);
        return switch (parts.length) {
            case OF_VISIT -> PartScope.of(new VisitRef(parts[0], new RepeatKey(parts[1])));
            case OF_FORM -> PartScope.of(new FormAddress(parts[0], parts[1], parts[2], parts[3]).ref());
            case OF_ITEM ->
                PartScope.of(
                        new FormAddress(parts[0], parts[1], parts[2], parts[3]).ref(),
                        new ItemRef(parts[4], new RepeatKey(parts[5]), parts[6]));
            default ->
                throw new DomainRefusal("malformed-choice", "The choice cannot be read.", "Load the page again.");
        };
    }

    String text() {
        return text(scope);
    }

    static String text(PartScope scope) {
        Optional<String> item =
                scope.item().map(ref -> "\t" + ref.groupOid() + "\t" + ref.groupKey() + "\t" + ref.itemOid());
        Optional<String> form = scope.form().map(ref -> "\t" + ref.formOid() + "\t" + ref.formKey() + item.orElse(""));
        return scope.visit()
                .map(visit -> visit.eventOid() + "\t" + visit.eventKey() + form.orElse(""))
                .orElse(WHOLE);
    }
}
