package org.indelible.protocols.odm;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what kind of file this is by its root element (ODM 1.3.2, 3.1 ODM).
 *
 * @param namespace the namespace the document's ODM elements are in; empty for files of version 1.3 that forgot theirs
 */
public record OdmRoot(String namespace) {
    static final String ODM_13 = "http://www.cdisc.org/ns/odm/v1.3";
    static final String ODM_20 = "http://www.cdisc.org/ns/odm/v2.0";
    private static final String ODM_FAMILY = "http://www.cdisc.org/ns/odm/";

    /** Whether it is ODM 2.0. */
    public boolean two() {
        return namespace.equals(ODM_20);
    }

    /** Moves the reader onto the root element; empty where the file is refused, the reason being in the diagnostics. */
    public static Optional<OdmRoot> find(XMLStreamReader2 reader, Diagnostics diagnostics) throws XMLStreamException {
        Optional<Position> doctype = Optional.empty();
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    doctype = Optional.of(HardenedXml.position(reader));
                }
            }
        } catch (XMLStreamException e) {
            if (doctype.isPresent()) {
                diagnostics.add(doctypeRefused(doctype.get()));
                return Optional.empty();
            }
            throw e;
        }
        Optional<Diagnostic> refusal = refusal(reader, doctype);
        refusal.ifPresent(diagnostics::add);
        if (refusal.isPresent()) {
            return Optional.empty();
        }
        remarks(reader, diagnostics);
        return Optional.of(new OdmRoot(namespace(reader)));
    }

    private static Optional<Diagnostic> refusal(XMLStreamReader2 reader, Optional<Position> doctype) {
        String uri = namespace(reader);
        String version = version(reader);
        Position at = HardenedXml.position(reader);
        boolean odm = reader.getLocalName().equals("ODM");
        if (odm && uri.isEmpty() && !version.startsWith("1.3")) {
            return refuse(
                    "odm-1.1",
                    "This is an ODM file without a namespace, as in ODM 1.0 and 1.1, which are not read.",
                    "Export the study as ODM 1.3.2.",
                    at);
        }
        boolean read = uri.equals(ODM_13) || uri.equals(ODM_20);
        if (odm && uri.startsWith(ODM_FAMILY) && !read) {
            return refuse(
                    "odm-other-version",
                    "This is an ODM file in namespace " + uri + ", which is not read.",
                    "Export the study as ODM 1.3.2.",
                    at);
        }
        if (!odm || !(read || uri.isEmpty())) {
            return refuse(
                    "not-odm",
                    "The file's first element is <" + reader.getLocalName() + ">"
                            + (uri.isEmpty() ? "" : " in namespace " + uri) + ", not ODM.",
                    "Choose a CDISC ODM file of version 1.3 or 2.0: its first element is <ODM xmlns=\"" + ODM_13
                            + "\">.",
                    at);
        }
        return doctype.map(OdmRoot::doctypeRefused);
    }

    private static void remarks(XMLStreamReader2 reader, Diagnostics diagnostics) {
        String version = version(reader);
        if (namespace(reader).isEmpty()) {
            diagnostics.warning(
                    "no-namespace",
                    "The ODM element says version " + version + " but names no namespace; it was read as if it did.",
                    "Add xmlns=\"" + ODM_13 + "\" to the ODM element.",
                    HardenedXml.position(reader),
                    null);
        } else if (namespace(reader).equals(ODM_13) && !version.isEmpty() && !version.startsWith("1.3")) {
            diagnostics.warning(
                    "odm-version",
                    "ODMVersion is '" + version + "', the namespace is that of 1.3; it was read as 1.3.",
                    "Correct ODMVersion.",
                    HardenedXml.position(reader),
                    null);
        }
    }

    private static Diagnostic doctypeRefused(Position at) {
        return XmlDefect.error(
                "doctype-refused",
                "The file has a DOCTYPE. Nothing in it was processed, and no entity was expanded.",
                "Remove the DOCTYPE and replace entity references by their text; ODM 1.3 needs neither.",
                at);
    }

    private static Optional<Diagnostic> refuse(String code, String message, String cure, Position at) {
        return Optional.of(XmlDefect.error(code, message, cure, at));
    }

    private static String namespace(XMLStreamReader2 reader) {
        return orEmpty(reader.getNamespaceURI());
    }

    private static String version(XMLStreamReader2 reader) {
        return orEmpty(reader.getAttributeValue(null, "ODMVersion"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
