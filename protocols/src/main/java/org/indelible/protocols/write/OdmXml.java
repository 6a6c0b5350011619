package org.indelible.protocols.write;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.indelible.protocols.build.TranslatedText;

/** Writes elements of one ODM namespace. Characters that XML cannot hold are written as U+FFFD. */
final class OdmXml {
    private static final WstxOutputFactory FACTORY = factory();

    private final XMLStreamWriter xml;
    private final OdmVersion version;

    private OdmXml(XMLStreamWriter xml, OdmVersion version) {
        this.xml = xml;
        this.version = version;
    }

    private static WstxOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        factory.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER, new InvalidCharHandler.ReplacingHandler('\uFFFD'));
        return factory;
    }

    static OdmXml open(OutputStream out, OdmVersion version) throws IOException {
        try {
            return new OdmXml(FACTORY.createXMLStreamWriter(out, "UTF-8"), version);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** What writes the content of an element. */
    @FunctionalInterface
    interface Content {
        void write() throws IOException;
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void run(Step step) throws IOException {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    boolean two() {
        return version == OdmVersion.V2_0;
    }

    OdmVersion version() {
        return version;
    }

    /** A namespace that an extension of ODM adds. */
    record Namespace(String prefix, String uri) {}

    void root(Namespace... more) throws IOException {
        run(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("", "ODM", version.namespace());
            xml.writeDefaultNamespace(version.namespace());
            for (Namespace namespace : more) {
                xml.writeNamespace(namespace.prefix(), namespace.uri());
            }
        });
    }

    void start(String element) throws IOException {
        run(() -> xml.writeStartElement("", element, version.namespace()));
    }

    void start(Namespace namespace, String element) throws IOException {
        run(() -> xml.writeStartElement(namespace.prefix(), element, namespace.uri()));
    }

    void end() throws IOException {
        run(xml::writeEndElement);
    }

    void line() throws IOException {
        run(() -> xml.writeCharacters("\n"));
    }

    void flush() throws IOException {
        run(xml::flush);
    }

    void close() throws IOException {
        run(() -> {
            xml.writeEndDocument();
            xml.close();
        });
    }

    OdmXml attribute(String name, String value) throws IOException {
        run(() -> xml.writeAttribute(name, value));
        return this;
    }

    OdmXml attribute(String name, Optional<?> value) throws IOException {
        return value.isPresent() ? attribute(name, value.get().toString()) : this;
    }

    OdmXml attribute(Namespace namespace, String name, String value) throws IOException {
        run(() -> xml.writeAttribute(namespace.prefix(), namespace.uri(), name, value));
        return this;
    }

    OdmXml yesNo(String name, boolean yes) throws IOException {
        return attribute(name, yes ? "Yes" : "No");
    }

    void text(String element, String text) throws IOException {
        start(element);
        run(() -> xml.writeCharacters(text));
        end();
    }

    void text(String element, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(element, text.get());
        }
    }

    void characters(String text) throws IOException {
        run(() -> xml.writeCharacters(text));
    }

    /** An element that holds one attribute, a reference as a rule. */
    void empty(String element, String attribute, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            start(element);
            attribute(attribute, value.get());
            end();
        }
    }

    /** The element with its TranslatedText; left out where there is no text. */
    void translated(String element, TranslatedText text) throws IOException {
        if (!text.absent()) {
            demanded(element, text);
        }
    }

    /** As {@link #translated}, with an empty text where there is none: the schema demands the element. */
    void demanded(String element, TranslatedText text) throws IOException {
        start(element);
        if (text.absent()) {
            translation("", "");
        }
        for (var translation : text.byLanguage().entrySet()) {
            translation(translation.getKey(), translation.getValue());
        }
        end();
    }

    private void translation(String language, String text) throws IOException {
        start("TranslatedText");
        if (!language.isEmpty()) {
            run(() -> xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language));
        }
        if (two()) {
            attribute("Type", "text/plain");
        }
        characters(text);
        end();
    }
}
