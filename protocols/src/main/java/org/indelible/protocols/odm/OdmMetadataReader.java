package org.indelible.protocols.odm;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import tools.jackson.core.type.TypeReference;

/**
 * Reads the study metadata of an ODM 1.3.0 to 1.3.2 or 2.0 file into a study build.
 *
 * <p>Tolerant of what adds to ODM (vendor extensions, ODM 1.3.2, 2.4), strict on what would lose meaning: with any error there
 * is no build. Every defect of a file is a diagnostic, no exception leaves here.
 */
public final class OdmMetadataReader {
    private final Diagnostics diagnostics = new Diagnostics();

    private OdmMetadataReader() {}

    /** Reads the file; the caller closes the stream. */
    public static OdmMetadata read(InputStream in, String sourceName) {
        return new OdmMetadataReader().read(sourceName, in);
    }

    private OdmMetadata read(String sourceName, InputStream in) {
        Optional<Element> odm = parse(in);
        Optional<StudySelection> selection =
                odm.map(RedCap::inOdm).flatMap(root -> StudySelection.of(root, diagnostics));
        if (selection.isPresent() && DefineXml.is(selection.get().version())) {
            diagnostics.add(DefineXml.refusal(selection.get().version().at()));
            selection = Optional.empty();
        }
        Optional<BuildContent> content = selection.map(this::content);
        Optional<StudyBuild> build = diagnostics.anyError() ? Optional.empty() : content.map(StudyBuild::of);
        SourceMap sources = selection.map(s -> s.definitions().sources()).orElse(SourceMap.NONE);
        return new OdmMetadata(sourceName, build, diagnostics.all(), sources);
    }

    private Optional<Element> parse(InputStream in) {
        TracedInput traced = new TracedInput(in);
        XMLStreamReader2 reader = null;
        try {
            reader = HardenedXml.open(traced);
            Optional<OdmRoot> root = OdmRoot.find(reader, diagnostics);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            Element odm = new ElementTree(reader, root.get().namespace(), diagnostics).read();
            while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
                reader.next();
            }
            if (root.get().two()) {
                OdmTwo.report(odm, diagnostics);
                return Optional.of(OdmTwo.asOdm13(odm));
            }
            Vocabulary.report(odm, diagnostics);
            return Optional.of(odm);
        } catch (XMLStreamException e) {
            diagnostics.add(
                    XmlDefect.of(e, traced, reader == null ? new Position(1, 1) : HardenedXml.position(reader)));
            return Optional.empty();
        }
    }

    private BuildContent content(StudySelection selection) {
        Definitions definitions = selection.definitions();
        Element version = selection.version();
        Reading reading = new Reading(definitions, diagnostics);
        StructureReader structure = new StructureReader(definitions, reading);
        DictionaryReader dictionary = new DictionaryReader(definitions, reading);
        if (definitions.all("FormDef").isEmpty()) {
            diagnostics.error(
                    "no-forms",
                    "MetaDataVersion " + Reading.oid(version) + " defines no forms, so nothing could be collected.",
                    "Choose the file with the study's forms.",
                    version.at(),
                    version.stated("OID").orElse(null));
        }
        List<StudyEventDef> events = structure.events(version);
        Optional<Element> globals = selection.study().child("GlobalVariables");
        String studyOid = selection.study().stated("OID").orElse("");
        requireOids(selection);
        OdmExtras extras = definitions.protocol().map(OdmExtras::of).orElseGet(OdmExtras::none);
        return new BuildContent(
                studyOid,
                globals.map(g -> g.textOf("StudyName"))
                        .filter(n -> !n.isEmpty())
                        .orElse(studyOid),
                globals.map(g -> g.textOf("StudyDescription")).orElse(""),
                globals.map(g -> g.textOf("ProtocolName")).orElse(""),
                Reading.oid(version),
                version.stated("Name").orElse(Reading.oid(version)),
                version.stated("Description").orElse(""),
                structure.eventRefs(version, events),
                events,
                structure.forms(),
                structure.itemGroups(),
                new ItemReader(definitions, reading).items(),
                dictionary.codeLists(),
                dictionary.units(),
                dictionary.conditions(),
                dictionary.methods(),
                reading.languages(),
                extras.values("arms", new TypeReference<List<Arm>>() {}),
                extras.values("epochs", new TypeReference<List<Epoch>>() {}));
    }

    private void requireOids(StudySelection selection) {
        for (Element element : List.of(selection.study(), selection.version())) {
            if (element.stated("OID").isEmpty()) {
                diagnostics.error("missing-oid", element.name() + " has no OID.", "Give it one.", element.at(), null);
            }
        }
    }
}
