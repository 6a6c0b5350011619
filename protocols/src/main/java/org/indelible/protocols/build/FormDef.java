package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/** A form (ODM 1.3.2, 3.1.1.3.4 FormDef). Item group references are in their order. */
public record FormDef(
        String oid,
        String name,
        boolean repeating,
        TranslatedText description,
        List<Ref> itemGroupRefs,
        List<Alias> aliases) {
    public FormDef {
        itemGroupRefs = List.copyOf(itemGroupRefs);
        aliases = List.copyOf(aliases);
    }

    public Optional<Ref> itemGroupRef(String itemGroupOid) {
        return itemGroupRefs.stream().filter(r -> r.oid().equals(itemGroupOid)).findFirst();
    }
}
