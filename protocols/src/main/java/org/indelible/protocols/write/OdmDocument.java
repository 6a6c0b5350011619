package org.indelible.protocols.write;

import java.io.IOException;
import java.util.Optional;
import org.indelible.protocols.clinicaldata.FileHeader;

/** Writes the ODM element itself (ODM 1.3.2, 3.1; ODM 2.0, ODM). */
final class OdmDocument {
    private OdmDocument() {}

    static void start(OdmXml xml, FileHeader header, Optional<String> granularity) throws IOException {
        xml.root();
        attributes(xml, header, granularity);
        xml.line();
    }

    static void attributes(OdmXml xml, FileHeader header, Optional<String> granularity) throws IOException {
        xml.attribute("FileType", header.fileType() == FileHeader.FileType.SNAPSHOT ? "Snapshot" : "Transactional")
                .attribute("FileOID", header.fileOid().orElse("ODM"))
                .attribute("PriorFileOID", header.priorFileOid())
                .attribute("CreationDateTime", header.creationDateTime().orElse("1970-01-01T00:00:00Z"))
                .attribute("ODMVersion", xml.version().text())
                .attribute("Granularity", header.granularity().or(() -> granularity))
                .attribute("Originator", header.originator())
                .attribute("SourceSystem", header.sourceSystem())
                .attribute("SourceSystemVersion", header.sourceSystemVersion());
    }
}
