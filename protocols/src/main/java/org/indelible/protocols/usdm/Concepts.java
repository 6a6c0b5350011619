package org.indelible.protocols.usdm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Position;
import org.indelible.protocols.odm.Severity;
import tools.jackson.databind.JsonNode;

/**
 * Biomedical concepts (USDM 4.0, BiomedicalConcept) as item groups: each enabled property is an item, its enabled response codes are
 * its code list. What is stored is the code's decode; its concept code is an alias.
 */
final class Concepts {
    private static final String CONCEPT_CODE = "nci:ExtCodeID";

    private final Diagnostics diagnostics;
    private final List<ItemGroupDef> groups = new ArrayList<>();
    private final List<ItemDef> items = new ArrayList<>();
    private final List<CodeList> codeLists = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Concepts(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<ItemGroupDef> groups() {
        return groups;
    }

    List<ItemDef> items() {
        return items;
    }

    List<CodeList> codeLists() {
        return codeLists;
    }

    boolean has(String concept) {
        return known.contains(concept);
    }

    void read(JsonNode concepts) {
        Nodes.byId(concepts).values().forEach(this::concept);
    }

    private void concept(JsonNode concept) {
        List<Ref> refs = new ArrayList<>();
        for (JsonNode property : Nodes.byId(concept.path("properties")).values()) {
            if (property.path("isEnabled").asBoolean(true) && known.add(Nodes.id(property))) {
                items.add(item(property));
                refs.add(Ref.to(
                        Nodes.id(property),
                        refs.size() + 1,
                        property.path("isRequired").asBoolean(false)));
            }
        }
        if (known.add(Nodes.id(concept))) {
            groups.add(new ItemGroupDef(
                    Nodes.id(concept),
                    Nodes.label(concept),
                    false,
                    Optional.empty(),
                    TranslatedText.none(),
                    refs,
                    code(concept)));
        }
    }

    private ItemDef item(JsonNode property) {
        return new ItemDef(
                Nodes.id(property),
                Nodes.text(property, "name").orElseGet(() -> Nodes.id(property)),
                dataType(property),
                Optional.empty(),
                Optional.empty(),
                TranslatedText.of("en", Nodes.label(property)),
                TranslatedText.none(),
                List.of(),
                codeList(property),
                List.of(),
                code(property),
                false,
                false,
                false);
    }

    private DataType dataType(JsonNode property) {
        String stated = property.path("datatype").asString("").strip();
        Optional<DataType> type = stated.equals("decimal") ? Optional.of(DataType.FLOAT) : DataType.ofOdmName(stated);
        if (type.isEmpty()) {
            diagnostics.tally(
                    Severity.INFO,
                    "data-type-assumed",
                    "A property has " + (stated.isEmpty() ? "no datatype" : "the datatype '" + stated + "'")
                            + " and was read as text",
                    "State a datatype of ODM if values are to be checked.",
                    Position.NONE);
        }
        return type.orElse(DataType.TEXT);
    }

    private Optional<String> codeList(JsonNode property) {
        List<CodeListEntry> entries = new ArrayList<>();
        Set<String> values = new HashSet<>();
        property.path("responseCodes").forEach(response -> {
            JsonNode code = response.path("code");
            Optional<String> value = Nodes.text(code, "decode").or(() -> Nodes.text(code, "code"));
            if (response.path("isEnabled").asBoolean(true)
                    && value.filter(values::add).isPresent()) {
                List<Alias> alias = Nodes.text(code, "code")
                        .map(c -> List.of(new Alias(CONCEPT_CODE, c)))
                        .orElse(List.of());
                entries.add(new CodeListEntry(
                        value.get(), Optional.empty(), Optional.of(entries.size() + 1), TranslatedText.none(), alias));
            }
        });
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        String oid = "CL." + Nodes.id(property);
        codeLists.add(new CodeList(oid, Nodes.label(property), DataType.TEXT, entries, Optional.empty()));
        return Optional.of(oid);
    }

    private static List<Alias> code(JsonNode coded) {
        return Nodes.text(coded.path("code").path("standardCode"), "code")
                .map(code -> List.of(new Alias(CONCEPT_CODE, code)))
                .orElse(List.of());
    }
}
