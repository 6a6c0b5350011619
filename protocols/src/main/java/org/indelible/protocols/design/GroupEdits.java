package org.indelible.protocols.design;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.ChangeGroup;
import org.indelible.protocols.design.DesignEdit.GroupFields;

/** Edits of item groups. */
final class GroupEdits {
    private GroupEdits() {}

    static String add(Workbench bench, AddGroup edit) {
        FormDef form = bench.form(edit.formOid());
        GroupFields fields = edit.group();
        String name = Workbench.name(fields.name(), "name");
        String oid = Oids.fresh("IG", name, bench.groups.keySet());
        bench.groups.put(
                oid,
                new ItemGroupDef(
                        oid,
                        name,
                        fields.repeating(),
                        Optional.empty(),
                        bench.text(TranslatedText.none(), fields.description()),
                        List.of(),
                        List.of()));
        bench.forms.put(
                form.oid(), FormEdits.withGroups(form, Workbench.with(form.itemGroupRefs(), oid, fields.mandatory())));
        return oid;
    }

    static String change(Workbench bench, ChangeGroup edit) {
        ItemGroupDef was = bench.group(edit.oid());
        FormDef form = bench.form(edit.formOid());
        GroupFields fields = edit.group();
        Ref ref = form.itemGroupRef(was.oid()).orElseThrow(() -> EditRefusedException.gone(was.oid()));
        bench.groups.put(
                was.oid(),
                new ItemGroupDef(
                        was.oid(),
                        Workbench.name(fields.name(), "name"),
                        fields.repeating(),
                        was.domain(),
                        bench.text(was.description(), fields.description()),
                        was.itemRefs(),
                        was.aliases(),
                        was.purpose()));
        bench.forms.put(
                form.oid(),
                FormEdits.withGroups(
                        form,
                        Workbench.replaced(
                                form.itemGroupRefs(),
                                new Ref(
                                        ref.oid(),
                                        ref.orderNumber(),
                                        fields.mandatory(),
                                        ref.conditionOid(),
                                        ref.methodOid(),
                                        ref.role()))));
        return was.oid();
    }

    static ItemGroupDef withItems(ItemGroupDef group, List<Ref> items) {
        return new ItemGroupDef(
                group.oid(),
                group.name(),
                group.repeating(),
                group.domain(),
                group.description(),
                items,
                group.aliases(),
                group.purpose());
    }
}
