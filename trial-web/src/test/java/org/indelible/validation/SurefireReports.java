package org.indelible.validation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code TEST-*.xml} as Surefire writes them. */
final class SurefireReports {
    private static final Pattern METHOD = Pattern.compile("^\\w+");

    private SurefireReports() {}

    static List<TestResult> in(Path reports) throws IOException {
        List<TestResult> results = new ArrayList<>();
        if (Files.isDirectory(reports)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
                for (Path file : files) {
                    results.addAll(read(file));
                }
            }
        }
        return results;
    }

    private static List<TestResult> read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<TestResult> results = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    results.add(test(xml));
                }
            }
        } catch (XMLStreamException malformed) {
            throw new IOException(file + " cannot be read: " + malformed.getMessage(), malformed);
        }
        return results;
    }

    /** What fails outside a method, as when a class cannot be set up, has the class's name or none: it stands for the whole class. */
    private static TestResult test(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "classname");
        Matcher method = METHOD.matcher(xml.getAttributeValue(null, "name"));
        String name = method.find() ? method.group() : "";
        TestResult.Outcome outcome = TestResult.Outcome.PASSED;
        while (!(xml.next() == XMLStreamConstants.END_ELEMENT
                && xml.getLocalName().equals("testcase"))) {
            if (xml.isStartElement()) {
                outcome = switch (xml.getLocalName()) {
                    case "failure", "error" -> TestResult.Outcome.FAILED;
                    case "skipped" -> TestResult.Outcome.SKIPPED;
                    default -> outcome;
                };
            }
        }
        return new TestResult(type, name, outcome);
    }
}
