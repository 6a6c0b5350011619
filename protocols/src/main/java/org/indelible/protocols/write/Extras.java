package org.indelible.protocols.write;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.PartJson;
import org.indelible.protocols.odm.OdmExtras;

/** What a definition says that the ODM version has no place for, as JSON in one Alias ({@link OdmExtras}). */
final class Extras {
    private final Map<String, Object> more = new TreeMap<>();

    Extras put(String name, Object value) {
        more.put(name, value);
        return this;
    }

    Extras putIf(boolean condition, String name, Object value) {
        return condition ? put(name, value) : this;
    }

    /** Writes the aliases; ODM 2.0 permits one per context, so where there are more the whole list is among the extras. */
    void aliases(List<Alias> aliases, OdmXml xml) throws IOException {
        Set<String> contexts = new HashSet<>();
        boolean repeated = xml.two() && aliases.stream().anyMatch(alias -> !contexts.add(alias.context()));
        if (repeated) {
            put(
                    "aliases",
                    aliases.stream().map(a -> List.of(a.context(), a.name())).toList());
        }
        contexts.clear();
        for (Alias alias : aliases) {
            if (!xml.two() || contexts.add(alias.context())) {
                alias(alias.context(), alias.name(), xml);
            }
        }
        if (!more.isEmpty()) {
            alias(OdmExtras.ALIAS_CONTEXT, PartJson.mapper().writeValueAsString(more), xml);
        }
    }

    private static void alias(String context, String name, OdmXml xml) throws IOException {
        xml.start("Alias");
        xml.attribute("Context", context).attribute("Name", name);
        xml.end();
    }
}
