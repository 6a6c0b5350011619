package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.Alias;
import org.indelible.protocols.build.PartJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What this product says of a definition that a version of ODM has no element or attribute for: a JSON object in
 * {@code <Alias Context="indelible:more" Name="{...}"/>}. Its names are those of the build's own fields.
 */
public final class OdmExtras {
    public static final String ALIAS_CONTEXT = "indelible:more";

    private final JsonNode more;

    private OdmExtras(JsonNode more) {
        this.more = more;
    }

    static OdmExtras of(Element definition) {
        return new OdmExtras(definition
                .children("Alias")
                .filter(alias ->
                        alias.attribute("Context").filter(ALIAS_CONTEXT::equals).isPresent())
                .findFirst()
                .flatMap(alias -> alias.attribute("Name"))
                .flatMap(OdmExtras::parse)
                .orElseGet(JsonNodeFactory.instance::objectNode));
    }

    static OdmExtras none() {
        return new OdmExtras(JsonNodeFactory.instance.objectNode());
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(PartJson.mapper().readTree(json)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        return more.path(name).asBoolean(false);
    }

    Optional<String> text(String name) {
        return Optional.of(more.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    Optional<Integer> integer(String name) {
        return Optional.of(more.path(name)).filter(JsonNode::canConvertToInt).map(JsonNode::asInt);
    }

    JsonNode object(String name) {
        return more.path(name);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        more.path(name).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    /** The value as the build has it; empty where it is not there or not of that form. */
    <T> Optional<T> value(String name, Class<T> type) {
        try {
            return more.has(name) ? Optional.of(PartJson.mapper().treeToValue(more.get(name), type)) : Optional.empty();
        } catch (JacksonException otherForm) {
            return Optional.empty();
        }
    }

    <T> List<T> values(String name, TypeReference<List<T>> type) {
        try {
            return more.has(name) ? PartJson.mapper().treeToValue(more.get(name), type) : List.of();
        } catch (JacksonException otherForm) {
            return List.of();
        }
    }

    /** The aliases in full, where ODM 2.0 had to leave some out. */
    Optional<List<Alias>> aliases() {
        if (!more.has("aliases")) {
            return Optional.empty();
        }
        List<Alias> aliases = new ArrayList<>();
        more.get("aliases")
                .forEach(pair -> aliases.add(
                        new Alias(pair.path(0).asString(""), pair.path(1).asString(""))));
        return Optional.of(aliases);
    }
}
