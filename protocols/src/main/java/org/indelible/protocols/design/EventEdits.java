package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddEvent;
import org.indelible.protocols.design.DesignEdit.ChangeEvent;
import org.indelible.protocols.design.DesignEdit.EventFields;

/** Edits of study events. */
final class EventEdits {
    private EventEdits() {}

    static String add(Workbench bench, AddEvent edit) {
        String name = Workbench.name(edit.event().name(), "name");
        String oid = Oids.fresh("SE", name, bench.events.keySet());
        bench.events.put(
                oid,
                event(
                        bench,
                        new StudyEventDef(
                                oid,
                                name,
                                edit.event().type(),
                                edit.event().repeating(),
                                Optional.empty(),
                                TranslatedText.none(),
                                List.of(),
                                List.of()),
                        edit.event()));
        bench.eventRefs = Workbench.with(bench.eventRefs, oid, true);
        return oid;
    }

    static String change(Workbench bench, ChangeEvent edit) {
        bench.events.put(edit.oid(), event(bench, bench.event(edit.oid()), edit.event()));
        return edit.oid();
    }

    private static StudyEventDef event(Workbench bench, StudyEventDef was, EventFields fields) {
        return new StudyEventDef(
                was.oid(),
                Workbench.name(fields.name(), "name"),
                fields.type(),
                fields.repeating(),
                was.category(),
                bench.text(was.description(), fields.description()),
                forms(bench, was.formRefs(), fields.formOids()),
                was.aliases(),
                was.timing());
    }

    private static List<Ref> forms(Workbench bench, List<Ref> refs, List<String> wanted) {
        List<Ref> kept = refs.stream().filter(ref -> wanted.contains(ref.oid())).toList();
        for (String form : wanted) {
            bench.form(form);
            if (kept.stream().noneMatch(ref -> ref.oid().equals(form))) {
                kept = Workbench.with(kept, form, true);
            }
        }
        return kept;
    }

    static StudyEventDef withForms(StudyEventDef event, List<Ref> forms) {
        return new StudyEventDef(
                event.oid(),
                event.name(),
                event.type(),
                event.repeating(),
                event.category(),
                event.description(),
                forms,
                event.aliases(),
                event.timing());
    }
}
