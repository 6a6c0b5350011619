package org.indelible.design;

import java.util.Optional;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.design.Design;

/** What a place of a draft is called. */
final class DesignNames {
    private DesignNames() {}

    /** The name; the OID where there is nothing of that kind. */
    static String of(StudyBuild build, DesignPlace place) {
        Optional<String> name = switch (place.what()) {
            case "event" -> build.event(place.oid()).map(StudyEventDef::name);
            case "form" -> build.form(place.oid()).map(FormDef::name);
            case "group" -> build.itemGroup(place.oid()).map(ItemGroupDef::name);
            case "code-list" -> build.codeList(place.oid()).map(CodeList::name);
            case "item" -> label(build, place.oid());
            case "check" -> label(build, place.in());
            default -> Optional.of(build.name());
        };
        return name.orElse(place.oid());
    }

    private static Optional<String> label(StudyBuild build, String item) {
        return build.item(item).map(def -> def.label(Design.language(build.content())));
    }
}
