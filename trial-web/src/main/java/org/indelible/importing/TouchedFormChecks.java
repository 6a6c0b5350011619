package org.indelible.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.RepeatKey;
import org.indelible.importing.ImportRun.TouchedForm;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.BuiltInChecks;
import org.indelible.protocols.check.FormContent;
import org.indelible.protocols.check.GroupContent;
import org.indelible.protocols.check.ItemValue;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.springframework.stereotype.Component;

/** Checks the forms that a transactional file changed, as they stand once it is through. */
@Component
class TouchedFormChecks {
    private final CasebookQueries casebooks;
    private final AsOfResolver points;

    TouchedFormChecks(CasebookQueries casebooks, AsOfResolver points) {
        this.casebooks = casebooks;
        this.points = points;
    }

    void checkTouched(ImportRun run) {
        AsOf now = points.now(run.trial().value());
        for (TouchedForm touched : run.touchedForms()) {
            casebooks
                    .form(
                            now,
                            Visibility.pseudonymous(),
                            touched.casebook().participant().value(),
                            point(touched.form()))
                    .ifPresent(form -> BuiltInChecks.evaluate(
                                    run.build(), content(touched.form().eventOid(), form, run.build()))
                            .forEach(finding -> run.findings().check(finding, touched.place())));
        }
    }

    private static FormPoint point(FormRef form) {
        return new FormPoint(form.eventOid(), key(form.eventKey()), form.formOid(), key(form.formKey()));
    }

    private static Optional<String> key(RepeatKey key) {
        return key.isNone() ? Optional.empty() : Optional.of(key.value());
    }

    private static FormContent content(String eventOid, FormView form, StudyBuild build) {
        List<GroupContent> groups = new ArrayList<>();
        for (GroupView group : form.groups()) {
            Map<String, ItemValue> items = new LinkedHashMap<>();
            for (ItemView item : group.items()) {
                if (!item.inactivated()) {
                    items.put(item.oid(), value(item.value(), build));
                }
            }
            if (!group.inactivated()) {
                groups.add(new GroupContent(group.oid(), group.key().orElse(""), items));
            }
        }
        return new FormContent(eventOid, form.oid(), groups);
    }

    private static ItemValue value(RecordedValue value, StudyBuild build) {
        Optional<String> text = value.text().flatMap(Disclosable::present);
        return new ItemValue(text, value.unit().flatMap(symbol -> unitOid(symbol, build)));
    }

    private static Optional<String> unitOid(String symbol, StudyBuild build) {
        return build.units().stream()
                .filter(unit -> unit.label("en").equals(symbol))
                .map(unit -> unit.oid())
                .findFirst();
    }
}
