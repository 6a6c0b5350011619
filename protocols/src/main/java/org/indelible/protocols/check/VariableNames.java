package org.indelible.protocols.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;

/**
 * What each item is called in expressions: its Name, where that is an identifier and no other item's; else its OID, where that
 * is an identifier and nobody's Name. A name that two items share means neither; an expression that uses it does not compile.
 */
final class VariableNames {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "null",
            "package",
            "namespace",
            "return",
            "true",
            "var",
            "void",
            "while",
            CelEnvironment.EVENT);

    private final Map<String, String> byOid;
    private final Map<String, ItemDef> items;

    private VariableNames(Map<String, String> byOid, Map<String, ItemDef> items) {
        this.byOid = Map.copyOf(byOid);
        this.items = Map.copyOf(items);
    }

    static VariableNames of(StudyBuild build) {
        Set<String> names = new HashSet<>();
        Set<String> shared = build.items().stream()
                .map(ItemDef::name)
                .filter(name -> !names.add(name))
                .collect(Collectors.toSet());
        Map<String, String> byOid = new HashMap<>();
        Map<String, ItemDef> items = new HashMap<>();
        for (ItemDef item : build.items()) {
            boolean named = usable(item.name()) && !shared.contains(item.name());
            String variable = named ? item.name() : item.oid();
            if (named || usable(variable) && !names.contains(variable)) {
                byOid.put(item.oid(), variable);
                items.put(variable, item);
            }
        }
        return new VariableNames(byOid, items);
    }

    private static boolean usable(String name) {
        return IDENTIFIER.matcher(name).matches() && !RESERVED.contains(name);
    }

    Optional<String> ofItem(String oid) {
        return Optional.ofNullable(byOid.get(oid));
    }

    Optional<ItemDef> item(String variable) {
        return Optional.ofNullable(items.get(variable));
    }

    Map<String, ItemDef> all() {
        return items;
    }
}
