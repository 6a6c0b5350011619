package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/** The permitted values of an item (ODM 1.3.2, 3.1.1.3.7 CodeList), in their order. */
public record CodeList(
        String oid,
        String name,
        DataType dataType,
        List<CodeListEntry> entries,
        Optional<ExternalCodeList> external,
        List<Alias> aliases) {
    public CodeList {
        entries = List.copyOf(entries);
        aliases = List.copyOf(aliases);
    }

    /** A list without other names. */
    public CodeList(
            String oid,
            String name,
            DataType dataType,
            List<CodeListEntry> entries,
            Optional<ExternalCodeList> external) {
        this(oid, name, dataType, entries, external, List.of());
    }

    public Optional<CodeListEntry> entry(String codedValue) {
        return entries.stream().filter(e -> e.codedValue().equals(codedValue)).findFirst();
    }
}
