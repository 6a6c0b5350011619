package org.indelible.protocols.build;

import java.util.List;

/** When something is not collected (ODM 1.3.2, 3.1.1.3.11 ConditionDef): true means leave out. */
public record ConditionDef(
        String oid, String name, TranslatedText description, List<FormalExpression> formalExpressions) {
    public ConditionDef {
        formalExpressions = List.copyOf(formalExpressions);
    }
}
