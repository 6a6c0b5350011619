package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.FormalExpression;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.TranslatedText;
import org.jspecify.annotations.Nullable;

/** What reading any definition needs: attributes with their vocabulary, translated text, aliases, references. */
final class Reading {
    private static final List<String> TARGETS = List.of("StudyEventOID", "FormOID", "ItemGroupOID", "ItemOID");

    private final Definitions definitions;
    private final Diagnostics diagnostics;
    private final Set<String> languages = new TreeSet<>();

    Reading(Definitions definitions, Diagnostics diagnostics) {
        this.definitions = definitions;
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    List<String> languages() {
        return List.copyOf(languages);
    }

    /** The OID; {@link Definitions} has already refused a definition without one. */
    static String oid(Element definition) {
        return definition.stated("OID").orElse("");
    }

    /** The name, else the OID, said where that is so. */
    String name(Element definition) {
        return definition.stated("Name").orElseGet(() -> {
            warning(
                    "missing-name",
                    definition.name() + " has no Name; its OID is shown instead.",
                    "Name it.",
                    definition);
            return oid(definition);
        });
    }

    /** A Yes/No attribute (ODM 1.3.2, 2.13 yesorno); No where it is missing, which is said. */
    boolean yes(Element element, String attribute) {
        Optional<String> stated = element.stated(attribute);
        if (stated.isEmpty()) {
            diagnostics.tally(
                    Severity.WARNING,
                    "missing-attribute",
                    element.name() + " has no " + attribute + ", which ODM requires; No was assumed",
                    "State " + attribute + "=\"Yes\" or \"No\".",
                    element.at());
            return false;
        }
        if (!stated.get().equals("Yes") && !stated.get().equals("No")) {
            error("bad-value", attribute + " is '" + stated.get() + "'.", "Write Yes or No.", element);
        }
        return stated.get().equals("Yes");
    }

    Optional<Integer> integer(Element element, String attribute) {
        return element.stated(attribute).flatMap(value -> {
            try {
                return Optional.of(Integer.valueOf(value));
            } catch (NumberFormatException e) {
                warning(
                        "bad-number",
                        attribute + " is '" + value + "' and was left out.",
                        "Write a whole number.",
                        element);
                return Optional.empty();
            }
        });
    }

    /** The TranslatedText below the child of this name (ODM 1.3.2, 3.1.1.2.1.1.1). */
    TranslatedText text(Element parent, String childName) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        parent.children(childName)
                .flatMap(child -> child.children("TranslatedText"))
                .forEach(text -> {
                    String language = text.stated("xml:lang").orElse("");
                    if (!text.text().isEmpty() && byLanguage.putIfAbsent(language, text.text()) != null) {
                        warning(
                                "repeated-language",
                                childName + " is given twice in language '" + language + "'; the first was kept.",
                                "Remove one of the two.",
                                text,
                                parent.stated("OID").orElse(null));
                    }
                });
        byLanguage.keySet().stream().filter(language -> !language.isEmpty()).forEach(languages::add);
        return new TranslatedText(byLanguage);
    }

    /** The aliases without {@link OdmExtras}, which are read for what they say. */
    List<Alias> aliases(Element definition) {
        return OdmExtras.of(definition).aliases().orElseGet(() -> written(definition));
    }

    private static List<Alias> written(Element definition) {
        return definition
                .children("Alias")
                .filter(alias -> alias.attribute("Context")
                        .filter(OdmExtras.ALIAS_CONTEXT::equals)
                        .isEmpty())
                .map(alias -> new Alias(
                        alias.attribute("Context").orElse(""),
                        alias.attribute("Name").orElse("")))
                .toList();
    }

    List<FormalExpression> expressions(Element parent) {
        return parent.children("FormalExpression")
                .filter(expression -> !expression.text().isEmpty())
                .map(expression ->
                        new FormalExpression(expression.stated("Context").orElse(""), expression.text()))
                .toList();
    }

    /** The references of one container, in their order number where all have one, else as written. */
    List<Ref> refs(Element container, String refName, String oidAttribute, String targetKind) {
        List<Ref> refs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        container.children(refName).forEach(element -> {
            Optional<String> oid = element.stated(oidAttribute);
            if (oid.isEmpty()) {
                error("missing-oid", refName + " has no " + oidAttribute + ".", "State what it refers to.", element);
            } else if (!seen.add(oid.get())) {
                warning(
                        "repeated-reference",
                        container.name() + " refers to " + oid.get() + " twice; the first reference was kept.",
                        "Remove one of the two.",
                        element,
                        oid.get());
            } else {
                definitions.require(targetKind, oid.get(), element, diagnostics);
                refs.add(ref(element, oid.get()));
            }
        });
        if (refs.stream().allMatch(ref -> ref.orderNumber().isPresent())) {
            refs.sort(Comparator.comparing(ref -> ref.orderNumber().orElse(0)));
        }
        return refs;
    }

    private Ref ref(Element element, String oid) {
        Optional<String> condition = element.stated("CollectionExceptionConditionOID");
        Optional<String> method = element.stated("MethodOID");
        condition.ifPresent(c -> definitions.require("ConditionDef", c, element, diagnostics));
        method.ifPresent(m -> definitions.require("MethodDef", m, element, diagnostics));
        return new Ref(
                oid,
                integer(element, "OrderNumber"),
                yes(element, "Mandatory"),
                condition,
                method,
                element.stated("Role"));
    }

    /** The OID a child reference states, where there is such a child. */
    Optional<String> reference(Element parent, String refName, String oidAttribute, String targetKind) {
        return parent.child(refName).flatMap(ref -> {
            Optional<String> oid = ref.stated(oidAttribute);
            if (oid.isEmpty()) {
                error("missing-oid", refName + " has no " + oidAttribute + ".", "State what it refers to.", ref);
            }
            oid.ifPresent(o -> definitions.require(targetKind, o, ref, diagnostics));
            return oid;
        });
    }

    void error(String code, String message, String cure, Element at) {
        diagnostics.error(code, message, cure, at.at(), subject(at));
    }

    void warning(String code, String message, String cure, Element at) {
        warning(code, message, cure, at, subject(at));
    }

    /** What an element is about: its own OID, else the one it refers to. */
    private static @Nullable String subject(Element element) {
        return element.stated("OID")
                .or(() -> TARGETS.stream()
                        .flatMap(target -> element.stated(target).stream())
                        .findFirst())
                .orElse(null);
    }

    void warning(String code, String message, String cure, Element at, @Nullable String oid) {
        diagnostics.warning(code, message, cure, at.at(), oid);
    }
}
