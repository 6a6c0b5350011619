package org.indelible.protocols.validation;

import java.util.List;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.odm.Severity;
import org.indelible.protocols.odm.SourceMap;

/** Notes what is questionable at a definition. */
record Remarks(SourceMap sources, List<Diagnostic> found) {
    void warning(String code, String element, String oid, String message, String cure) {
        found.add(Diagnostic.of(Severity.WARNING, code, message, cure, sources.of(element, oid), oid));
    }

    void info(String code, String element, String oid, String message, String cure) {
        found.add(Diagnostic.of(Severity.INFO, code, message, cure, sources.of(element, oid), oid));
    }
}
