package org.indelible.protocols.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.clinicaldata.SubjectData;

/**
 * Streams clinical data into an ODM file, one participant at a time: first what precedes them ({@link #study}, {@link #adminData},
 * each optional), then {@link #subject} for each. Participants of one study and build stand in one ClinicalData element as long as
 * they follow one another. Nothing is kept in memory; {@link #close} completes the file and leaves the stream open.
 *
 * <p>In ODM 2.0 a form and its groups are nested ItemGroupData, and the unit a value was recorded in is the Flag of an Annotation
 * whose FlagType is {@code unit}, because ItemData has no place for it.
 */
public final class OdmClinicalDataWriter implements AutoCloseable {
    private final OdmXml xml;
    private final SubjectWriter subjects;
    private Optional<Section> section = Optional.empty();

    private record Section(String studyOid, String metaDataVersionOid) {}

    /** @param header FileOID and CreationDateTime are what the schema demands of it; ODMVersion is that of {@code version} */
    public OdmClinicalDataWriter(OutputStream out, OdmVersion version, FileHeader header) throws IOException {
        this.xml = OdmXml.open(out, version);
        this.subjects = new SubjectWriter(xml);
        OdmDocument.start(xml, header, Optional.empty());
    }

    /** The metadata the data were collected under; before {@link #adminData}. */
    public void study(StudyBuild build) throws IOException {
        OdmMetadataWriter.study(build, xml);
    }

    /** The users and locations the data refer to; before the first {@link #subject}. */
    public void adminData(AdminData adminData) throws IOException {
        new AdminDataWriter(xml).write(adminData);
    }

    /** Writes one participant, or a part of one in a transactional file. */
    public void subject(SubjectData subject) throws IOException {
        Section wanted = new Section(subject.studyOid(), subject.metaDataVersionOid());
        if (!section.equals(Optional.of(wanted))) {
            endSection();
            xml.start("ClinicalData");
            xml.attribute("StudyOID", wanted.studyOid).attribute("MetaDataVersionOID", wanted.metaDataVersionOid);
            xml.line();
            section = Optional.of(wanted);
        }
        subjects.write(subject);
    }

    /** Hands on what has been written so far. */
    public void flush() throws IOException {
        xml.flush();
    }

    private void endSection() throws IOException {
        if (section.isPresent()) {
            xml.end();
            xml.line();
            section = Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        endSection();
        xml.close();
    }
}
