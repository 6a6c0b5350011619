package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/** How a value is derived (ODM 1.3.2, 3.1.1.3.9 MethodDef). */
public record MethodDef(
        String oid,
        String name,
        Optional<String> type,
        TranslatedText description,
        List<FormalExpression> formalExpressions) {
    public MethodDef {
        formalExpressions = List.copyOf(formalExpressions);
    }
}
