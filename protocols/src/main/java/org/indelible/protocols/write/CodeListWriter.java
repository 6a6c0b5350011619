package org.indelible.protocols.write;

import java.io.IOException;
import java.util.Set;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.build.DataType;

/** Writes CodeList as ODM 1.3.2 has it (3.1.1.3.7), and Define-XML with it. */
final class CodeListWriter {
    private static final Set<DataType> CODE_TYPES =
            Set.of(DataType.INTEGER, DataType.FLOAT, DataType.TEXT, DataType.STRING);

    private final OdmXml xml;

    CodeListWriter(OdmXml xml) {
        this.xml = xml;
    }

    void write(CodeList list) throws IOException {
        boolean typed = CODE_TYPES.contains(list.dataType());
        boolean decoded =
                list.entries().stream().anyMatch(entry -> !entry.decode().absent());
        xml.start("CodeList");
        xml.attribute("OID", list.oid())
                .attribute("Name", list.name())
                .attribute("DataType", typed ? list.dataType().odmName() : "text");
        for (CodeListEntry entry : list.entries()) {
            xml.start(decoded ? "CodeListItem" : "EnumeratedItem");
            xml.attribute("CodedValue", entry.codedValue())
                    .attribute("Rank", entry.rank().map(rank -> rank.toPlainString()))
                    .attribute("OrderNumber", entry.orderNumber());
            if (decoded) {
                xml.demanded("Decode", entry.decode());
            }
            new Extras().aliases(entry.aliases(), xml);
            xml.end();
        }
        Extras extras = new Extras().putIf(!typed, "dataType", list.dataType());
        if (list.external().isPresent()) {
            if (list.entries().isEmpty()) {
                xml.start("ExternalCodeList");
                xml.attribute("Dictionary", list.external().get().dictionary())
                        .attribute("Version", list.external().get().version())
                        .attribute("href", list.external().get().href())
                        .attribute("ref", list.external().get().ref());
                xml.end();
            } else {
                extras.put("external", list.external().get());
            }
        }
        extras.aliases(list.aliases(), xml);
        xml.end();
        xml.line();
    }
}
