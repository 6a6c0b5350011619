package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in the elements of ODM 1.3 what the metadata of an ODM 2.0 file say, so that both are read by the same rules. In 2.0
 * everything is an item group: one that an event refers to, or that is of Type Form, is a form; groups within groups become groups
 * of the form; items directly in a form become a group of the form's own OID.
 */
final class OdmTwo {
    private static final Set<String> READ = Set.of(
            "ODM",
            "Study",
            "MetaDataVersion",
            "Description",
            "TranslatedText",
            "Include",
            "Protocol",
            "StudyEventGroupRef",
            "StudyEventGroupDef",
            "StudyEventRef",
            "StudyEventDef",
            "ItemGroupRef",
            "ItemGroupDef",
            "ItemRef",
            "ItemDef",
            "Question",
            "CRFCompletionInstructions",
            "RangeCheck",
            "CheckValue",
            "ErrorMessage",
            "CodeListRef",
            "CodeList",
            "CodeListItem",
            "Decode",
            "ConditionDef",
            "MethodDef",
            "MethodSignature",
            "FormalExpression",
            "Code",
            "Alias");

    private final Element version;
    private final Map<String, Element> groups = new LinkedHashMap<>();
    private final Set<String> forms;

    private OdmTwo(Element version) {
        this.version = version;
        version.children("ItemGroupDef").forEach(group -> oid(group).ifPresent(oid -> groups.putIfAbsent(oid, group)));
        Set<String> nested = groups.values().stream().flatMap(OdmTwo::groupRefs).collect(Collectors.toSet());
        Set<String> ofEvents =
                version.children("StudyEventDef").flatMap(OdmTwo::groupRefs).collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        Set<String> outermost = new HashSet<>();
        groups.forEach((oid, group) -> {
            boolean ownForm = !nested.contains(oid)
                    && group.stated("Type").filter("Form"::equals).isPresent();
            if (ofEvents.contains(oid) || ownForm) {
                found.add(oid);
            }
            if (!nested.contains(oid)) {
                outermost.add(oid);
            }
        });
        this.forms = found.isEmpty() ? outermost : found;
    }

    /** Counts what is not read. */
    static void report(Element element, Diagnostics diagnostics) {
        for (Element child : element.children()) {
            if (READ.contains(child.name())) {
                report(child, diagnostics);
            } else {
                diagnostics.tally(
                        Severity.INFO,
                        "not-read",
                        "The element " + child.name() + " of ODM 2.0 is not used here",
                        "Nothing to do, unless it says something the trial relies on.",
                        child.at());
            }
        }
    }

    static Element asOdm13(Element odm) {
        return with(
                odm,
                odm.attributes(),
                odm.children().stream()
                        .map(child -> child.name().equals("Study") ? study(child) : child)
                        .toList());
    }

    private static Element study(Element study) {
        List<Element> children = new ArrayList<>();
        String description = plain(study);
        children.add(new Element(
                "GlobalVariables",
                Map.of(),
                study.at(),
                List.of(
                        text("StudyName", study.attribute("StudyName").orElse(""), study),
                        text("StudyDescription", description, study),
                        text("ProtocolName", protocolName(study), study)),
                ""));
        study.children("MetaDataVersion").forEach(version -> children.add(new OdmTwo(version).version()));
        return with(study, study.attributes(), children);
    }

    private static String protocolName(Element study) {
        boolean none = study.children("MetaDataVersion")
                .flatMap(version -> version.children("Protocol"))
                .anyMatch(protocol -> OdmExtras.of(protocol).flag("noProtocolName"));
        return none ? "" : study.attribute("ProtocolName").orElse("");
    }

    private static String plain(Element described) {
        return described
                .child("Description")
                .flatMap(description -> description.child("TranslatedText"))
                .map(Element::text)
                .orElse("");
    }

    private static Element text(String name, String text, Element at) {
        return new Element(name, Map.of(), at.at(), List.of(), text);
    }

    private Element version() {
        Map<String, String> attributes = new HashMap<>(version.attributes());
        String description = plain(version);
        if (!description.isEmpty()) {
            attributes.put("Description", description);
        }
        List<Element> children = new ArrayList<>();
        version.child("Protocol").ifPresent(protocol -> children.add(protocol(protocol)));
        for (Element child : version.children()) {
            switch (child.name()) {
                case "Include", "CodeList", "MeasurementUnit" -> children.add(child);
                case "StudyEventDef" -> children.add(event(child));
                case "ItemGroupDef" -> group(child, children);
                case "ItemDef" -> children.add(item(child));
                case "ConditionDef", "MethodDef" -> children.add(expressions(child));
                default -> {
                    // What else there is has been reported as not read.
                }
            }
        }
        return with(version, attributes, children);
    }

    /** The events of the groups the protocol refers to, in that order; of all groups where it refers to none. */
    private Element protocol(Element protocol) {
        List<String> order = protocol.children("StudyEventGroupRef")
                .flatMap(ref -> ref.stated("StudyEventGroupOID").stream())
                .toList();
        Map<String, Element> defined = new LinkedHashMap<>();
        version.children("StudyEventGroupDef").forEach(group -> oid(group).ifPresent(oid -> defined.put(oid, group)));
        Set<String> seen = new HashSet<>();
        List<Element> refs = new ArrayList<>();
        for (String group : order.isEmpty() ? defined.keySet() : order) {
            eventsOf(group, defined, seen, refs);
        }
        List<Element> children = new ArrayList<>(refs);
        protocol.children("Alias").forEach(children::add);
        return with(protocol, protocol.attributes(), children);
    }

    private static void eventsOf(String group, Map<String, Element> defined, Set<String> seen, List<Element> refs) {
        Element def = defined.get(group);
        if (def == null || !seen.add(group)) {
            return;
        }
        for (Element child : def.children()) {
            if (child.name().equals("StudyEventRef")) {
                refs.add(child);
            } else if (child.name().equals("StudyEventGroupRef")) {
                child.stated("StudyEventGroupOID").ifPresent(nested -> eventsOf(nested, defined, seen, refs));
            }
        }
    }

    private static Element event(Element event) {
        return with(
                event,
                event.attributes(),
                event.children().stream()
                        .map(child -> child.name().equals("ItemGroupRef") ? formRef(child) : child)
                        .toList());
    }

    private static Element formRef(Element ref) {
        Map<String, String> attributes = new HashMap<>(ref.attributes());
        String oid = attributes.remove("ItemGroupOID");
        if (oid != null) {
            attributes.put("FormOID", oid);
        }
        return new Element("FormRef", Map.copyOf(attributes), ref.at(), List.of(), "");
    }

    private void group(Element group, List<Element> children) {
        Optional<String> oid = oid(group);
        Map<String, String> attributes = new HashMap<>(group.attributes());
        group.stated("Repeating")
                .filter(repeating -> !repeating.equals("No"))
                .ifPresent(r -> attributes.put("Repeating", "Yes"));
        if (oid.filter(forms::contains).isPresent()) {
            form(group, attributes, children);
        } else {
            children.add(new Element(
                    "ItemGroupDef", Map.copyOf(attributes), group.at(), without(group, "ItemGroupRef"), ""));
        }
    }

    private void form(Element form, Map<String, String> attributes, List<Element> children) {
        List<Element> content = new ArrayList<>(without(form, "ItemRef"));
        content.removeIf(child -> child.name().equals("ItemGroupRef"));
        boolean ownItems = form.child("ItemRef").isPresent();
        boolean own = false;
        for (Element child : form.children()) {
            if (child.name().equals("ItemRef") && !own) {
                own = true;
                content.add(ownRef(form));
            } else if (child.name().equals("ItemGroupRef")) {
                flatten(child, new HashSet<>(), content);
            }
        }
        children.add(new Element("FormDef", Map.copyOf(attributes), form.at(), List.copyOf(content), ""));
        if (ownItems) {
            Map<String, String> inner = new HashMap<>(attributes);
            inner.put("Repeating", "No");
            children.add(new Element(
                    "ItemGroupDef",
                    Map.copyOf(inner),
                    form.at(),
                    form.children("ItemRef").toList(),
                    ""));
        }
    }

    private static Element ownRef(Element form) {
        return new Element(
                "ItemGroupRef",
                Map.of("ItemGroupOID", oid(form).orElse(""), "Mandatory", "Yes"),
                form.at(),
                List.of(),
                "");
    }

    private void flatten(Element ref, Set<String> within, List<Element> content) {
        content.add(ref);
        ref.stated("ItemGroupOID")
                .filter(within::add)
                .map(groups::get)
                .ifPresent(group -> group.children("ItemGroupRef").forEach(inner -> flatten(inner, within, content)));
    }

    private static Element item(Element item) {
        Map<String, String> attributes = new HashMap<>(item.attributes());
        attributes.computeIfPresent("DataType", (name, type) -> type.equals("decimal") ? "float" : type);
        return with(
                item,
                attributes,
                item.children().stream()
                        .map(child -> child.name().equals("RangeCheck") ? expressions(child) : child)
                        .toList());
    }

    /** FormalExpression holds its text in Code. */
    private static Element expressions(Element parent) {
        return with(
                parent,
                parent.attributes(),
                parent.children().stream()
                        .map(child -> child.name().equals("FormalExpression")
                                ? new Element(
                                        child.name(), child.attributes(), child.at(), List.of(), child.textOf("Code"))
                                : child)
                        .toList());
    }

    private static List<Element> without(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> !child.name().equals(name))
                .toList();
    }

    private static Stream<String> groupRefs(Element parent) {
        return parent.children("ItemGroupRef").flatMap(ref -> ref.stated("ItemGroupOID").stream());
    }

    private static Optional<String> oid(Element definition) {
        return definition.stated("OID");
    }

    private static Element with(Element element, Map<String, String> attributes, List<Element> children) {
        return new Element(
                element.name(), Map.copyOf(attributes), element.at(), List.copyOf(children), element.rawText());
    }
}
