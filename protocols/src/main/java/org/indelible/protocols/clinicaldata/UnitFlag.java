package org.indelible.protocols.clinicaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The unit a value was recorded in, where ItemData has no place for it (ODM 2.0): an Annotation that holds nothing but a Flag of
 * type {@code unit}.
 */
public final class UnitFlag {
    private static final String TYPE = "unit";
    private static final String TYPES = "indelible.flag-types";
    private static final String UNITS = "indelible.units";

    private UnitFlag() {}

    /** The marks with the unit among them. */
    public static Marks add(Optional<String> unitOid, Marks marks) {
        if (unitOid.isEmpty()) {
            return marks;
        }
        int next =
                marks.annotations().stream().mapToInt(Annotation::seqNum).max().orElse(0) + 1;
        List<Annotation> annotations = new ArrayList<>(marks.annotations());
        annotations.add(new Annotation(
                next,
                Optional.empty(),
                Optional.empty(),
                List.of(new Annotation.Flag(
                        unitOid.get(), Optional.of(UNITS), Optional.of(TYPE), Optional.of(TYPES)))));
        return new Marks(marks.auditRecord(), marks.signature(), annotations, marks.queries());
    }

    static Optional<String> in(Marks marks) {
        return marks.annotations().stream()
                .filter(UnitFlag::is)
                .findFirst()
                .map(annotation -> annotation.flags().getFirst().value());
    }

    static Marks without(Marks marks) {
        return new Marks(
                marks.auditRecord(),
                marks.signature(),
                marks.annotations().stream().filter(a -> !is(a)).toList(),
                marks.queries());
    }

    private static boolean is(Annotation annotation) {
        return annotation.comment().isEmpty()
                && annotation.flags().size() == 1
                && annotation.flags().getFirst().type().filter(TYPE::equals).isPresent()
                && annotation
                        .flags()
                        .getFirst()
                        .typeListOid()
                        .filter(TYPES::equals)
                        .isPresent();
    }
}
