package org.indelible.protocols.odm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element and what is below it in the document's ODM namespace. Vendor extensions (ODM 1.3.2, 2.4) are passed over
 * and counted; data sections are passed over, because they may be large and are not metadata.
 */
public final class ElementTree {
    /** More elements than any study needs; a bound on memory. */
    static final int MAX_ELEMENTS = 2_000_000;

    private static final Set<String> DATA = Set.of("ClinicalData", "ReferenceData", "AdminData", "Association");
    private static final Set<String> UNDERSTOOD = RedCap.ATTRIBUTES;

    private final XMLStreamReader2 reader;
    private final String namespace;
    private final Diagnostics diagnostics;
    private int elements;

    public ElementTree(XMLStreamReader2 reader, String namespace, Diagnostics diagnostics) {
        this.reader = reader;
        this.namespace = namespace;
        this.diagnostics = diagnostics;
    }

    /** The element the reader stands on; afterwards the reader stands on its end. */
    public Element read() throws XMLStreamException {
        if (++elements > MAX_ELEMENTS) {
            throw new XMLStreamException("Element count limit (" + MAX_ELEMENTS + ") exceeded", reader.getLocation());
        }
        String name = reader.getLocalName();
        Position at = HardenedXml.position(reader);
        Map<String, String> attributes = attributes(at);
        List<Element> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                child(children);
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return new Element(name, Map.copyOf(attributes), at, List.copyOf(children), text.toString());
    }

    private void child(List<Element> children) throws XMLStreamException {
        String uri = namespaceOf(reader.getNamespaceURI());
        if (uri.equals(RedCap.NAMESPACE) && RedCap.ELEMENTS.contains(reader.getLocalName())) {
            children.add(read());
        } else if (!uri.equals(namespace)) {
            vendor("element", reader.getNamespaceURI(), reader.getLocalName(), HardenedXml.position(reader));
            reader.skipElement();
        } else if (DATA.contains(reader.getLocalName())) {
            reader.skipElement();
        } else {
            children.add(read());
        }
    }

    private Map<String, String> attributes(Position at) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = namespaceOf(reader.getAttributeNamespace(i));
            String local = reader.getAttributeLocalName(i);
            if (uri.isEmpty()) {
                attributes.put(local, reader.getAttributeValue(i));
            } else if (uri.equals(XMLConstants.XML_NS_URI)) {
                attributes.put("xml:" + local, reader.getAttributeValue(i));
            } else if (!uri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
                String qualified = "{" + uri + "}" + local;
                attributes.put(qualified, reader.getAttributeValue(i));
                if (!UNDERSTOOD.contains(qualified)) {
                    vendor("attribute", uri, local, at);
                }
            }
        }
        return attributes;
    }

    private void vendor(String what, @Nullable String uri, String local, Position at) {
        diagnostics.tally(
                Severity.INFO,
                "vendor-extension",
                "The " + what + " " + local + " of " + (namespaceOf(uri).isEmpty() ? "no namespace" : uri)
                        + " is a vendor extension and was not read",
                "Nothing to do, unless it says something the trial relies on.",
                at);
    }

    private static String namespaceOf(@Nullable String uri) {
        return uri == null ? "" : uri;
    }
}
