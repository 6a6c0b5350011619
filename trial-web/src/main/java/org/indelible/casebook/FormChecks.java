package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.check.CheckFinding;
import org.indelible.protocols.check.CheckKind;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.OtherForms;
import org.indelible.protocols.check.SkipLogic;
import org.indelible.readmodel.casebook.FormView;

/**
 * What checks, skip logic and methods say of a form as it stands with what is typed. That something is missing is not told before anything of the form is recorded: whoever
 * fills in a form knows that it is not full yet.
 */
record FormChecks(List<CheckFinding> findings, Set<SkipLogic.Place> skipped, Derived derived) {
    private static final Set<CheckKind> OF_COMPLETENESS = Set.of(CheckKind.MANDATORY_ITEM, CheckKind.MANDATORY_GROUP);

    static FormChecks of(
            StudyBuild build,
            FormAddress address,
            Optional<FormView> view,
            Optional<FormSave> typed,
            OtherForms others) {
        boolean begun = view.isPresent();
        List<CheckFinding> findings = begun || typed.isPresent()
                ? BuiltInChecks.evaluate(build, RecordedForm.content(build, address, view, typed, false), others, "en")
                        .stream()
                        .filter(finding -> begun || !OF_COMPLETENESS.contains(finding.kind()))
                        .toList()
                : List.of();
        FormContent content = RecordedForm.content(build, address, view, typed, true);
        return new FormChecks(findings, SkipLogic.skipped(build, content, others), Derived.of(build, content, others));
    }

    /** Whether the item is not asked for. */
    boolean skips(String group, String key, String item) {
        return skipped.contains(new SkipLogic.Place(group, key, item));
    }

    List<Field.CheckLine> lines(String group, String key, String item) {
        return at(group, key, item).stream()
                .map(finding -> new Field.CheckLine(finding.hard(), finding.fires(), finding.message()))
                .toList();
    }

    List<CheckFinding> at(String group, String key, String item) {
        return findings.stream()
                .filter(finding -> finding.itemOid().filter(item::equals).isPresent()
                        && finding.groupOid().equals(group)
                        && finding.groupKey().orElse("").equals(key))
                .toList();
    }
}
