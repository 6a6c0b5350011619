package org.indelible.protocols.design;

import java.util.List;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.ChangeForm;

/** Edits of forms. */
final class FormEdits {
    private FormEdits() {}

    static String add(Workbench bench, AddForm edit) {
        String name = Workbench.name(edit.form().name(), "name");
        String oid = Oids.fresh("F", name, bench.forms.keySet());
        bench.forms.put(
                oid,
                new FormDef(
                        oid,
                        name,
                        edit.form().repeating(),
                        bench.text(TranslatedText.none(), edit.form().description()),
                        List.of(),
                        List.of()));
        for (String eventOid : edit.eventOids()) {
            StudyEventDef event = bench.event(eventOid);
            bench.events.put(eventOid, EventEdits.withForms(event, Workbench.with(event.formRefs(), oid, true)));
        }
        return oid;
    }

    static String change(Workbench bench, ChangeForm edit) {
        FormDef was = bench.form(edit.oid());
        bench.forms.put(
                was.oid(),
                new FormDef(
                        was.oid(),
                        Workbench.name(edit.form().name(), "name"),
                        edit.form().repeating(),
                        bench.text(was.description(), edit.form().description()),
                        was.itemGroupRefs(),
                        was.aliases()));
        return was.oid();
    }

    static FormDef withGroups(FormDef form, List<Ref> groups) {
        return new FormDef(form.oid(), form.name(), form.repeating(), form.description(), groups, form.aliases());
    }
}
