package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.protocols.build.PartJson;

/**
 * What is understood of REDCap's extension of ODM, said in ODM's own elements: branching logic becomes a condition, a calculated
 * field a method, a field note instructions, a repeating instrument a repeating form.
 */
final class RedCap {
    static final String NAMESPACE = "https://projectredcap.org";

    /** Marks a field that identifies the participant: {@code redcap:Identifier="y"}. */
    static final String IDENTIFIER = "{" + NAMESPACE + "}Identifier";

    static final String BRANCHING = "{" + NAMESPACE + "}BranchingLogic";
    static final String CALCULATION = "{" + NAMESPACE + "}Calculation";
    static final String NOTE = "{" + NAMESPACE + "}FieldNote";
    static final String INSTRUMENT = "{" + NAMESPACE + "}RepeatInstrument";

    static final String EVENT = "{" + NAMESPACE + "}UniqueEventName";

    static final Set<String> ATTRIBUTES = Set.of(IDENTIFIER, BRANCHING, CALCULATION, NOTE, INSTRUMENT, EVENT);
    static final Set<String> ELEMENTS =
            Set.of("RepeatingInstrumentsAndEvents", "RepeatingInstruments", "RepeatingInstrument", "RepeatingEvent");

    private static final String BRANCHING_CONTEXT = "REDCap branching logic";
    private static final String CALCULATION_CONTEXT = "REDCap calculation";

    private final Map<String, Element> items = new HashMap<>();
    private final Set<String> repeating;
    private final Set<String> repeatingEvents;

    private RedCap(Element study, Element version) {
        version.children("ItemDef").forEach(item -> item.stated("OID").ifPresent(oid -> items.put(oid, item)));
        this.repeating = study.children("GlobalVariables")
                .flatMap(e -> e.children("RepeatingInstrumentsAndEvents"))
                .flatMap(e -> e.children("RepeatingInstruments"))
                .flatMap(e -> e.children("RepeatingInstrument"))
                .flatMap(e -> e.stated(INSTRUMENT).stream())
                .map(instrument -> "Form." + instrument)
                .collect(Collectors.toSet());
        this.repeatingEvents = study.children("GlobalVariables")
                .flatMap(e -> e.children("RepeatingInstrumentsAndEvents"))
                .flatMap(e -> e.children("RepeatingEvent"))
                .flatMap(e -> e.stated(EVENT).stream())
                .map(event -> "Event." + event)
                .collect(Collectors.toSet());
    }

    static Element inOdm(Element odm) {
        return with(
                odm,
                odm.children().stream()
                        .map(child -> child.name().equals("Study") ? study(child) : child)
                        .toList());
    }

    private static Element study(Element study) {
        return with(
                study,
                study.children().stream()
                        .map(child -> child.name().equals("MetaDataVersion")
                                ? new RedCap(study, child).version(child)
                                : child)
                        .toList());
    }

    private Element version(Element version) {
        List<Element> children = new ArrayList<>();
        for (Element child : version.children()) {
            children.add(
                    switch (child.name()) {
                        case "ItemGroupDef" ->
                            with(child, child.children().stream().map(this::ref).toList());
                        case "FormDef" -> repeating(child, repeating);
                        case "StudyEventDef" -> repeating(child, repeatingEvents);
                        case "ItemDef" -> noted(child);
                        default -> child;
                    });
        }
        for (Element item : items.values().stream()
                .sorted(Comparator.comparing(
                        item -> item.at().line() * 100_000L + item.at().column()))
                .toList()) {
            expression(item, BRANCHING, "ConditionDef", BRANCHING_CONTEXT).ifPresent(children::add);
            expression(item, CALCULATION, "MethodDef", CALCULATION_CONTEXT).ifPresent(children::add);
        }
        return with(version, children);
    }

    private Element ref(Element ref) {
        Element item = ref.name().equals("ItemRef")
                ? ref.stated("ItemOID").map(items::get).orElse(null)
                : null;
        if (item == null) {
            return ref;
        }
        Map<String, String> attributes = new HashMap<>(ref.attributes());
        item.stated(BRANCHING)
                .ifPresent(
                        logic -> attributes.putIfAbsent("CollectionExceptionConditionOID", oid("ConditionDef", item)));
        item.stated(CALCULATION).ifPresent(calculation -> attributes.putIfAbsent("MethodOID", oid("MethodDef", item)));
        return new Element(ref.name(), Map.copyOf(attributes), ref.at(), ref.children(), ref.rawText());
    }

    private static Element repeating(Element definition, Set<String> oids) {
        if (definition.stated("OID").filter(oids::contains).isEmpty()) {
            return definition;
        }
        Map<String, String> attributes = new HashMap<>(definition.attributes());
        attributes.put("Repeating", "Yes");
        return new Element(
                definition.name(),
                Map.copyOf(attributes),
                definition.at(),
                definition.children(),
                definition.rawText());
    }

    private static Element noted(Element item) {
        Optional<String> note = item.stated(NOTE);
        if (note.isEmpty()) {
            return item;
        }
        String json = PartJson.mapper().writeValueAsString(Map.of("instructions", Map.of("", note.get())));
        List<Element> children = new ArrayList<>(item.children());
        children.add(new Element(
                "Alias", Map.of("Context", OdmExtras.ALIAS_CONTEXT, "Name", json), item.at(), List.of(), ""));
        return with(item, children);
    }

    private static Optional<Element> expression(Element item, String attribute, String kind, String context) {
        return item.stated(attribute)
                .map(text -> new Element(
                        kind,
                        Map.of(
                                "OID",
                                oid(kind, item),
                                "Name",
                                item.attribute("Name").orElse("")),
                        item.at(),
                        List.of(new Element(
                                "FormalExpression", Map.of("Context", context), item.at(), List.of(), text)),
                        ""));
    }

    private static String oid(String kind, Element item) {
        return (kind.equals("MethodDef") ? "redcap.calculation." : "redcap.branching.")
                + item.stated("OID").orElse("");
    }

    private static Element with(Element element, List<Element> children) {
        return new Element(
                element.name(), element.attributes(), element.at(), List.copyOf(children), element.rawText());
    }
}
