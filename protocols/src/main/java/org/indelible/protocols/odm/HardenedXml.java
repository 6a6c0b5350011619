package org.indelible.protocols.odm;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Pull parsing of XML from anybody: no DTD is processed, no entity but XML's own five is expanded, nothing outside the file is
 * read, and text, attributes and depth are bounded.
 */
public final class HardenedXml {
    /** Longest text or attribute value, in characters. */
    public static final int MAX_TEXT = 1_000_000;

    static final int MAX_DEPTH = 64;
    static final int MAX_ATTRIBUTES = 200;

    private static final WstxInputFactory FACTORY = factory();

    private HardenedXml() {}

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_AUTO_CLOSE_INPUT, false);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Undeclared general entity: external " + systemId);
        });
        return factory;
    }

    public static XMLStreamReader2 open(InputStream in) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(in);
    }

    /** Where the current event starts. */
    public static Position position(XMLStreamReader reader) {
        return new Position(
                reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }
}
