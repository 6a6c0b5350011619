package org.indelible.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.indelible.protocols.odm.Diagnostic;

/** What was found in study metadata, for the API. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FindingJson(String level, String code, String message, String cure, int line, int column, Optional<String> oid) {
    static List<FindingJson> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(FindingJson::of).toList();
    }

    private static FindingJson of(Diagnostic diagnostic) {
        return new FindingJson(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.code(),
                diagnostic.message(),
                diagnostic.cure(),
                diagnostic.line(),
                diagnostic.column(),
                Optional.ofNullable(diagnostic.oid()));
    }
}
