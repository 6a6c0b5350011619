package org.indelible.protocols.clinicaldata;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Element;
import org.indelible.protocols.odm.ElementTree;
import org.indelible.protocols.odm.HardenedXml;
import org.indelible.protocols.odm.OdmRoot;
import org.indelible.protocols.odm.Position;
import org.indelible.protocols.odm.Severity;
import org.indelible.protocols.odm.TracedInput;
import org.indelible.protocols.odm.XmlDefect;

/**
 * Streams the clinical data of an ODM 1.3.0 to 1.3.2 or 2.0 file, snapshot or transactional. One participant is in memory at a time;
 * participants are handed over in file order. A defect of the file is a diagnostic; where the XML breaks off, everything
 * before has been handed over and the last diagnostic says where it ends.
 *
 * <p>An AuditRecords section follows the participants that refer to it (ODM 1.3.2, 3.1.4.2): those are held back until it has
 * been read, up to {@value #MAX_HELD_ITEMS} values.
 */
public final class OdmClinicalDataReader {
    private static final Set<String> MARKS = Set.of("AuditRecords", "Signatures", "Annotations");

    static final int MAX_HELD_ITEMS = 500_000;

    private final ClinicalDataHandler handler;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<Runnable> held = new ArrayList<>();
    private final MarksReader marks = new MarksReader(diagnostics);
    private FileHeader.FileType fileType = FileHeader.FileType.SNAPSHOT;
    private String namespace = "";
    private boolean two;
    private int heldItems;

    private OdmClinicalDataReader(ClinicalDataHandler handler) {
        this.handler = handler;
    }

    /** Reads the file to its end or to where it breaks off; the caller closes the stream. */
    public static void read(InputStream in, ClinicalDataHandler handler) {
        new OdmClinicalDataReader(handler).read(in);
    }

    private void read(InputStream in) {
        TracedInput traced = new TracedInput(in);
        XMLStreamReader2 reader = null;
        boolean whole = false;
        try {
            reader = HardenedXml.open(traced);
            Optional<OdmRoot> root = OdmRoot.find(reader, diagnostics);
            if (root.isPresent()) {
                namespace = root.get().namespace();
                two = root.get().two();
                file(reader);
                whole = true;
            }
        } catch (XMLStreamException e) {
            release();
            diagnostics.add(
                    XmlDefect.of(e, traced, reader == null ? new Position(1, 1) : HardenedXml.position(reader)));
        }
        diagnostics.all().forEach(handler::diagnostic);
        if (!whole) {
            handler.brokeOff();
        }
    }

    private void file(XMLStreamReader2 reader) throws XMLStreamException {
        FileHeader header = Headers.read(reader, diagnostics);
        fileType = header.fileType();
        handler.file(header);
        pass();
        int clinicalDataSections = 0;
        while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
            if (!reader.isStartElement()) {
                continue;
            }
            String name = own(reader) ? reader.getLocalName() : "";
            switch (name) {
                case "ClinicalData" -> {
                    clinicalDataSections++;
                    section(reader);
                }
                case "AdminData" ->
                    handler.adminData(Headers.adminData(tree(reader).read()));
                case "ReferenceData" -> {
                    diagnostics.tally(
                            Severity.INFO,
                            "not-read",
                            "ReferenceData belongs to no participant and was not read",
                            "Nothing to do, unless the trial relies on it.",
                            HardenedXml.position(reader));
                    reader.skipElement();
                }
                default -> reader.skipElement();
            }
        }
        if (clinicalDataSections == 0) {
            diagnostics.warning(
                    "no-clinical-data",
                    "The file has no ClinicalData, so it holds no participant.",
                    "Choose the file with the participants' data.",
                    new Position(1, 1),
                    null);
        }
    }

    private void section(XMLStreamReader2 reader) throws XMLStreamException {
        Section section = new Section(
                attribute(reader, "StudyOID"),
                attribute(reader, "MetaDataVersionOID"),
                fileType,
                marks,
                two,
                diagnostics);
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (!reader.isStartElement()) {
                continue;
            }
            if (own(reader) && reader.getLocalName().equals("SubjectData")) {
                subject(section, tree(reader).read());
            } else if (own(reader) && MARKS.contains(reader.getLocalName())) {
                marks.section(tree(reader).read());
            } else {
                other(reader);
            }
        }
        release();
        marks.clear();
    }

    private void other(XMLStreamReader2 reader) throws XMLStreamException {
        diagnostics.tally(
                Severity.INFO,
                "not-read",
                "The element " + reader.getLocalName() + " below ClinicalData was not read",
                "Nothing to do, unless the trial relies on it.",
                HardenedXml.position(reader));
        reader.skipElement();
    }

    private void subject(Section section, Element element) {
        Runnable deliver = () -> {
            Optional<SubjectData> subject = section.subject(element);
            pass();
            subject.ifPresent(handler::subject);
        };
        if (held.isEmpty() && !marks.awaited(element)) {
            deliver.run();
            return;
        }
        held.add(deliver);
        heldItems += Section.itemCount(element);
        if (heldItems > MAX_HELD_ITEMS) {
            release();
        }
    }

    private void release() {
        held.forEach(Runnable::run);
        held.clear();
        heldItems = 0;
    }

    private void pass() {
        diagnostics.drain().forEach(handler::diagnostic);
    }

    private ElementTree tree(XMLStreamReader2 reader) {
        return new ElementTree(reader, namespace, diagnostics);
    }

    private boolean own(XMLStreamReader2 reader) {
        String uri = reader.getNamespaceURI();
        return (uri == null ? "" : uri).equals(namespace);
    }

    private static String attribute(XMLStreamReader2 reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }
}
