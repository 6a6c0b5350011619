package org.indelible.protocols.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FileHeader;

/** Writes a study build as an ODM metadata file. The same build gives the same bytes. */
public final class OdmMetadataWriter {
    private OdmMetadataWriter() {}

    /**
     * Writes the file; the caller closes the stream.
     *
     * @param header FileOID and CreationDateTime are what the schema demands of it; ODMVersion is that of {@code version}
     */
    public static void write(StudyBuild build, OdmVersion version, FileHeader header, OutputStream out)
            throws IOException {
        OdmXml xml = OdmXml.open(out, version);
        OdmDocument.start(xml, header, Optional.of("Metadata"));
        study(build, xml);
        xml.close();
    }

    static void study(StudyBuild build, OdmXml xml) throws IOException {
        if (xml.two()) {
            new StudyTwo(build, xml).write();
        } else {
            new StudyOne(build, xml).write();
        }
    }
}
