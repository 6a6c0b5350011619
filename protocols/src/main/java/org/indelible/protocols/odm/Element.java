package org.indelible.protocols.odm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An ODM element with its ODM children. Attributes of other namespaces are named {@code {namespace}name}.
 *
 * @param rawText its own text as written
 */
public record Element(
        String name, Map<String, String> attributes, Position at, List<Element> children, String rawText) {
    public String text() {
        return rawText.strip();
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** An attribute that says something: not blank. */
    public Optional<String> stated(String attribute) {
        return attribute(attribute).map(String::strip).filter(value -> !value.isEmpty());
    }

    public Stream<Element> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    public Optional<Element> child(String childName) {
        return children(childName).findFirst();
    }

    /** Text of the first child of that name; empty where there is none. */
    public String textOf(String childName) {
        return child(childName).map(Element::text).orElse("");
    }
}
