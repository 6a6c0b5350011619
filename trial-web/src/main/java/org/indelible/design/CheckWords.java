package org.indelible.design;

import java.util.stream.Collectors;
import org.indelible.portal.Say;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design;

/** A check in one line. */
final class CheckWords {
    private CheckWords() {}

    static String of(RangeCheck check, StudyBuild build, Say say) {
        String unit = check.unitOid()
                .flatMap(build::unit)
                .map(def -> " " + def.label(Design.language(build.content())))
                .orElse("");
        return check.comparator()
                        .map(limit -> say.word("limit", limit) + " " + String.join(", ", check.values()))
                        .orElseGet(() -> check.formalExpressions().stream()
                                .map(FormalExpression::text)
                                .collect(Collectors.joining("; ")))
                + unit;
    }
}
