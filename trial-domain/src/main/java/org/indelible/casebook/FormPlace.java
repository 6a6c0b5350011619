package org.indelible.casebook;

import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;

/** The place of a form in a study build. OIDs that do not stand there are refused, since a data point without a definition has no meaning. */
record FormPlace(StudyBuild build, StudyEventDef event, FormDef form) {

    static FormPlace of(StudyBuild build, FormRef ref) {
        StudyEventDef event =
                build.event(ref.eventOid()).orElseThrow(() -> CasebookRefusals.unknownOid("Event", ref.eventOid()));
        FormDef form = event.formRef(ref.formOid())
                .flatMap(reference -> build.form(reference.oid()))
                .orElseThrow(() -> CasebookRefusals.unknownOid("Form", ref.formOid()));
        return new FormPlace(build, event, form);
    }

    /** The place of the form in the build, where it has one. */
    static Optional<FormPlace> find(StudyBuild build, FormRef ref) {
        return build.event(ref.eventOid())
                .flatMap(event -> event.formRef(ref.formOid())
                        .flatMap(reference -> build.form(reference.oid()))
                        .map(form -> new FormPlace(build, event, form)));
    }

    /** The definition of the item in this form, where it has one. */
    Optional<ItemDef> find(ItemRef ref) {
        return form.itemGroupRef(ref.groupOid())
                .flatMap(reference -> build.itemGroup(reference.oid()))
                .flatMap(group -> group.itemRef(ref.itemOid()))
                .flatMap(reference -> build.item(reference.oid()));
    }

    ItemGroupDef group(GroupRef ref) {
        return form.itemGroupRef(ref.groupOid())
                .flatMap(reference -> build.itemGroup(reference.oid()))
                .orElseThrow(() -> CasebookRefusals.unknownOid("Item group", ref.groupOid()));
    }

    ItemDef item(ItemRef ref) {
        return group(ref.group())
                .itemRef(ref.itemOid())
                .flatMap(reference -> build.item(reference.oid()))
                .orElseThrow(() -> CasebookRefusals.unknownOid("Item", ref.itemOid()));
    }

    void requireUnit(String unitOid) {
        if (build.unit(unitOid).isEmpty()) {
            throw CasebookRefusals.unknownOid("Unit", unitOid);
        }
    }

    /** How the values of an item are kept. What identifies goes before what unblinds, which goes before free text. */
    static DisclosureClass classOf(ItemDef item) {
        if (item.identifying()) {
            return DisclosureClass.IDENTITY;
        }
        if (item.blinding()) {
            return DisclosureClass.ALLOCATION;
        }
        return item.freeText() ? DisclosureClass.FREE_TEXT : DisclosureClass.VALUE;
    }
}
