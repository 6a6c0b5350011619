package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * Items entered together, once or as repeated rows (ODM 1.3.2, 3.1.1.3.5 ItemGroupDef). Item references are in their order.
 *
 * @param purpose what its data are for, in the words of the source (Purpose)
 */
public record ItemGroupDef(
        String oid,
        String name,
        boolean repeating,
        Optional<String> domain,
        TranslatedText description,
        List<Ref> itemRefs,
        List<Alias> aliases,
        Optional<String> purpose) {
    public ItemGroupDef {
        itemRefs = List.copyOf(itemRefs);
        aliases = List.copyOf(aliases);
    }

    /** A group whose purpose is not stated. */
    public ItemGroupDef(
            String oid,
            String name,
            boolean repeating,
            Optional<String> domain,
            TranslatedText description,
            List<Ref> itemRefs,
            List<Alias> aliases) {
        this(oid, name, repeating, domain, description, itemRefs, aliases, Optional.empty());
    }

    public Optional<Ref> itemRef(String itemOid) {
        return itemRefs.stream().filter(r -> r.oid().equals(itemOid)).findFirst();
    }
}
