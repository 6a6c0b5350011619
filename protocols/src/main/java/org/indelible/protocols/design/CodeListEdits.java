package org.indelible.protocols.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.design.DesignEdit.AddCodeList;
import org.indelible.protocols.design.DesignEdit.ChangeCodeList;

/** Edits of code lists. */
final class CodeListEdits {
    private CodeListEdits() {}

    static String add(Workbench bench, AddCodeList edit) {
        String name = Workbench.name(edit.name(), "name");
        String oid = Oids.fresh("CL", name, bench.codeLists.keySet());
        CodeList none = new CodeList(oid, name, edit.type(), List.of(), Optional.empty());
        bench.codeLists.put(oid, list(bench, none, name, edit.type(), edit.entries()));
        return oid;
    }

    static String change(Workbench bench, ChangeCodeList edit) {
        CodeList was = bench.codeList(edit.oid());
        bench.codeLists.put(
                was.oid(), list(bench, was, Workbench.name(edit.name(), "name"), edit.type(), edit.entries()));
        return was.oid();
    }

    private static CodeList list(
            Workbench bench, CodeList was, String name, DataType type, List<CodeListEntry> entries) {
        if (entries.isEmpty() && was.external().isEmpty()) {
            throw new EditRefusedException(
                    "entries-missing",
                    "entries",
                    "A code list has values.",
                    "Type one a line: the code, =, its label.");
        }
        Set<String> codes = new HashSet<>();
        List<CodeListEntry> kept = new ArrayList<>();
        for (CodeListEntry entry : entries) {
            String code = Workbench.name(entry.codedValue(), "entries");
            if (!codes.add(code)) {
                throw new EditRefusedException(
                        "code-twice", "entries", "The code " + code + " stands twice.", "Give each value one code.");
            }
            kept.add(entry(bench, was.entry(code), code, entry.decode().in(bench.language)));
        }
        return new CodeList(was.oid(), name, type, kept, was.external(), was.aliases());
    }

    private static CodeListEntry entry(Workbench bench, Optional<CodeListEntry> was, String code, String label) {
        return new CodeListEntry(
                code,
                was.flatMap(CodeListEntry::rank),
                was.flatMap(CodeListEntry::orderNumber),
                bench.text(was.map(CodeListEntry::decode).orElse(TranslatedText.none()), label),
                was.map(CodeListEntry::aliases).orElse(List.of()));
    }
}
