package org.indelible.protocols.odm;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The definitions of one MetaDataVersion, by kind and OID (ODM 1.3.2, 2.11 Element Identifiers and References), with those it
 * includes. A definition of its own replaces an included one of the same OID (3.1.1.3.1 Include).
 */
final class Definitions {
    static final Set<String> KINDS = Set.of(
            "MeasurementUnit",
            "StudyEventDef",
            "FormDef",
            "ItemGroupDef",
            "ItemDef",
            "CodeList",
            "ConditionDef",
            "MethodDef");

    private final Map<String, Map<String, Element>> byKind = new HashMap<>();
    private Optional<Element> protocol = Optional.empty();

    /** Adds the definitions among the children of this element, and says what is wrong with their OIDs. */
    void add(Element container, Diagnostics diagnostics) {
        Map<String, Map<String, Element>> own = new HashMap<>();
        for (Element child : container.children()) {
            if (child.name().equals("Protocol")) {
                protocol = Optional.of(child);
            } else if (KINDS.contains(child.name())) {
                define(child, own.computeIfAbsent(child.name(), kind -> new LinkedHashMap<>()), diagnostics);
            }
        }
        own.forEach((kind, elements) -> of(kind).putAll(elements));
    }

    private static void define(Element definition, Map<String, Element> sameKind, Diagnostics diagnostics) {
        Optional<String> oid = definition.stated("OID");
        if (oid.isEmpty()) {
            diagnostics.error(
                    "missing-oid",
                    definition.name() + " '" + definition.attribute("Name").orElse("") + "' has no OID.",
                    "Give it an OID that no other " + definition.name() + " has.",
                    definition.at(),
                    null);
            return;
        }
        Element first = sameKind.putIfAbsent(oid.get(), definition);
        if (first != null && saysTheSame(first, definition)) {
            diagnostics.warning(
                    "repeated-definition",
                    definition.name() + " " + oid.get() + " is written twice in the same words, first on line "
                            + first.at().line() + "; it was read once.",
                    "Remove one of the two.",
                    definition.at(),
                    oid.get());
        } else if (first != null) {
            diagnostics.error(
                    "duplicate-oid",
                    definition.name() + " " + oid.get() + " is defined twice, first on line "
                            + first.at().line() + ".",
                    "Rename one of the two, or remove the one that is not meant.",
                    definition.at(),
                    oid.get());
        }
    }

    private static boolean saysTheSame(Element one, Element other) {
        return one.attributes().equals(other.attributes())
                && one.text().equals(other.text())
                && one.children().size() == other.children().size()
                && IntStream.range(0, one.children().size())
                        .allMatch(i -> one.children()
                                        .get(i)
                                        .name()
                                        .equals(other.children().get(i).name())
                                && saysTheSame(
                                        one.children().get(i), other.children().get(i)));
    }

    private Map<String, Element> of(String kind) {
        return byKind.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    }

    Collection<Element> all(String kind) {
        return of(kind).values();
    }

    Optional<Element> protocol() {
        return protocol;
    }

    /** Says so where the reference leads nowhere. */
    void require(String kind, String oid, Element reference, Diagnostics diagnostics) {
        if (!of(kind).containsKey(oid)) {
            diagnostics.error(
                    "dangling-reference",
                    reference.name() + " refers to " + kind + " " + oid + ", which this file does not define.",
                    "Add the " + kind + " to the file, or remove the reference.",
                    reference.at(),
                    oid);
        }
    }

    SourceMap sources() {
        Map<SourceMap.Definition, Position> positions = new HashMap<>();
        byKind.forEach((kind, elements) ->
                elements.forEach((oid, element) -> positions.put(new SourceMap.Definition(kind, oid), element.at())));
        return new SourceMap(positions);
    }
}
