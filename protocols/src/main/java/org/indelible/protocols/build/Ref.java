package org.indelible.protocols.build;

import java.util.Optional;

/**
 * A reference from a container to what it contains: StudyEventRef, FormRef, ItemGroupRef, ItemRef (ODM 1.3.2, 3.1.1.3). When
 * the condition is true, the target is <em>not</em> collected.
 */
public record Ref(
        String oid,
        Optional<Integer> orderNumber,
        boolean mandatory,
        Optional<String> conditionOid,
        Optional<String> methodOid,
        Optional<String> role) {
    /** A plain reference: no condition, no method. */
    public static Ref to(String oid, int orderNumber, boolean mandatory) {
        return new Ref(oid, Optional.of(orderNumber), mandatory, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
