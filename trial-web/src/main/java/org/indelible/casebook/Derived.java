package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.Derivations;
import org.indelible.protocols.check.DerivedValue;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.OtherForms;

/** What the methods of a study build give for a form as it stands with what is typed. Shown; nobody types it, and it is no record of its own. */
record Derived(StudyBuild build, List<DerivedValue> values) {
    static Derived of(StudyBuild build, FormContent content, OtherForms others) {
        return new Derived(build, Derivations.of(build, content, others));
    }

    /** Whether the item is computed. Where the method could not be translated, people enter it. */
    boolean computes(Ref item) {
        return Derivations.computes(build, item);
    }

    Optional<String> value(String group, String key, String item) {
        return values.stream()
                .filter(value -> value.groupOid().equals(group)
                        && value.groupKey().equals(key)
                        && value.itemOid().equals(item))
                .findFirst()
                .map(DerivedValue::text);
    }
}
