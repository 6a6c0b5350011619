package org.indelible.protocols.odm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The strict mode: whether a file is valid against the schema of its version of ODM. The schema is the caller's, as CDISC publishes
 * it: none comes with the product, so that an installation holds exactly the edition it answers for. Vendor extensions are not
 * valid unless the schema given permits them.
 */
public final class SchemaValidation {
    private static final int MOST = 1_000;

    private final Schema schema;

    private SchemaValidation(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads the schema and the files it includes, all from the folder it is in.
     *
     * @throws IOException where it cannot be read, or is no XML Schema
     */
    public static SchemaValidation against(Path schema) throws IOException {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            return new SchemaValidation(factory.newSchema(schema.toFile()));
        } catch (SAXException e) {
            throw new IOException("This is no usable XML Schema: " + e.getMessage(), e);
        }
    }

    /** What is not valid, at most {@value #MOST} findings; none where the file is valid. The caller closes the stream. */
    public List<Diagnostic> validate(InputStream in) {
        List<Diagnostic> found = new ArrayList<>();
        TracedInput traced = new TracedInput(in);
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(new Collector(found));
            validator.validate(new StAXSource(HardenedXml.open(traced)));
        } catch (XMLStreamException e) {
            found.add(XmlDefect.of(e, traced, new Position(1, 1)));
        } catch (SAXException | IOException e) {
            if (found.isEmpty()) {
                found.add(XmlDefect.error(
                        "malformed-xml",
                        "The file cannot be validated: " + e.getMessage(),
                        "Correct the XML.",
                        new Position(1, 1)));
            }
        }
        return List.copyOf(found);
    }

    private static final class Collector extends DefaultHandler {
        private final List<Diagnostic> found;

        Collector(List<Diagnostic> found) {
            this.found = found;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            found.add(XmlDefect.error(
                    "schema-violation",
                    String.valueOf(e.getMessage()),
                    "Correct the file, or read it without the strict mode.",
                    new Position(Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber()))));
            if (found.size() >= MOST) {
                throw e;
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
            throw e;
        }
    }
}
