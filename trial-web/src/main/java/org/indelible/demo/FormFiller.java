package org.indelible.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.casebook.FormRef;
import org.indelible.casebook.GroupRef;
import org.indelible.casebook.ItemContent;
import org.indelible.casebook.ItemEntry;
import org.indelible.casebook.NullFlavour;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.casebook.RepeatKey;
import org.indelible.casebook.Version;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.CasebookId;
import org.indelible.shared.Reason;
import org.indelible.shared.SaveId;

/** Fills in one form as its page does: first values, each with the unit the form shows beside it. */
final class FormFiller {
    private final StudyBuild build;
    private final List<ItemEntry> entries = new ArrayList<>();
    private GroupRef group;

    FormFiller(StudyBuild build, String firstGroup) {
        this.build = build;
        this.group = GroupRef.of(firstGroup);
    }

    FormFiller group(String oid) {
        group = GroupRef.of(oid);
        return this;
    }

    FormFiller row(String oid, RepeatKey key) {
        group = new GroupRef(oid, key);
        return this;
    }

    FormFiller set(String item, Object value) {
        entries.add(ItemEntry.first(group.item(item), content(build, item, String.valueOf(value))));
        return this;
    }

    FormFiller absent(String item, NullFlavour flavour, String why) {
        entries.add(new ItemEntry(
                group.item(item), ItemContent.absent(flavour), Optional.of(Reason.of(why)), Optional.of(Version.NONE)));
        return this;
    }

    RecordItems save(CasebookId casebook, FormRef form) {
        return new RecordItems(
                casebook, form, entries, new SaveId(UUID.randomUUID().toString()), Optional.empty(), Optional.empty());
    }

    static ItemContent content(StudyBuild build, String item, String text) {
        return build.item(item)
                .flatMap(def -> def.units().stream().findFirst())
                .map(unit -> ItemContent.value(text, unit))
                .orElseGet(() -> ItemContent.value(text));
    }
}
