package org.indelible.protocols.design;

import java.util.List;
import java.util.Set;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.design.DesignEdit.AddCodeList;
import org.indelible.protocols.design.DesignEdit.AddEvent;
import org.indelible.protocols.design.DesignEdit.AddForm;
import org.indelible.protocols.design.DesignEdit.AddGroup;
import org.indelible.protocols.design.DesignEdit.AddItem;
import org.indelible.protocols.design.DesignEdit.AddListedItems;
import org.indelible.protocols.design.DesignEdit.ChangeCodeList;
import org.indelible.protocols.design.DesignEdit.ChangeEvent;
import org.indelible.protocols.design.DesignEdit.ChangeForm;
import org.indelible.protocols.design.DesignEdit.ChangeGroup;
import org.indelible.protocols.design.DesignEdit.ChangeItem;
import org.indelible.protocols.design.DesignEdit.Move;
import org.indelible.protocols.design.DesignEdit.NameVersion;
import org.indelible.protocols.design.DesignEdit.PutCheck;
import org.indelible.protocols.design.DesignEdit.Remove;
import org.indelible.protocols.design.DesignEdit.RemoveCheck;

/** Edits a definition in the making. What comes out always has one definition to an OID; whether it makes sense, its validation says. */
public final class Design {
    private Design() {}

    /** Nothing asked yet. */
    public static BuildContent blank(String studyName) {
        return new BuildContent(
                Oids.fresh("ST", studyName, Set.of()),
                studyName,
                "",
                studyName,
                "MDV.1",
                "Version 1",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The content after the edit; the one before stays what it is.
     *
     * @param language xml:lang of the texts that are edited
     * @return {@link Edited#oid()} of what was added or changed
     * @throws EditRefusedException where the edit cannot be made
     */
    public static Edited apply(BuildContent content, DesignEdit edit, String language) {
        Workbench bench = new Workbench(content, language);
        String oid = switch (edit) {
            case NameVersion name -> name(bench, name);
            case AddEvent add -> EventEdits.add(bench, add);
            case ChangeEvent change -> EventEdits.change(bench, change);
            case AddForm add -> FormEdits.add(bench, add);
            case ChangeForm change -> FormEdits.change(bench, change);
            case AddGroup add -> GroupEdits.add(bench, add);
            case ChangeGroup change -> GroupEdits.change(bench, change);
            case AddItem add -> ItemEdits.add(bench, add);
            case ChangeItem change -> ItemEdits.change(bench, change);
            case AddCodeList add -> CodeListEdits.add(bench, add);
            case ChangeCodeList change -> CodeListEdits.change(bench, change);
            case PutCheck put -> CheckEdits.put(bench, put);
            case RemoveCheck remove -> CheckEdits.remove(bench, remove);
            case Remove remove -> Removal.remove(bench, remove);
            case Move move -> Removal.move(bench, move);
            case AddListedItems add -> ListedItems.add(bench, add);
        };
        return new Edited(bench.content(), oid);
    }

    /** The language whose texts are edited: English where the content has it, else its first, else English. */
    public static String language(BuildContent content) {
        boolean unnamed = content.languages().isEmpty() && !content.items().isEmpty();
        return content.languages().stream()
                .filter(language -> language.startsWith("en"))
                .findFirst()
                .or(() -> content.languages().stream().findFirst())
                .orElse(unnamed ? "" : "en");
    }

    /** @param oid of what the edit was about; empty where that is no definition */
    public record Edited(BuildContent content, String oid) {}

    private static String name(Workbench bench, NameVersion edit) {
        bench.studyName = Workbench.name(edit.studyName(), "studyName");
        bench.versionOid = Workbench.name(edit.versionOid(), "versionOid");
        bench.versionName = Workbench.name(edit.versionName(), "versionName");
        return "";
    }
}
