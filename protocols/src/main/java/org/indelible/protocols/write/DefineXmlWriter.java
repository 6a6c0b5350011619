package org.indelible.protocols.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.CodeList;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.clinicaldata.FileHeader;
import org.indelible.protocols.dataset.Column;
import org.indelible.protocols.dataset.ColumnType;
import org.indelible.protocols.dataset.Dataset;
import org.indelible.protocols.dataset.DatasetFormat;
import org.indelible.protocols.dataset.Datasets;

/** Describes datasets of collected data as Define-XML 2.1, an extension of ODM 1.3.2 (Define-XML 2.1, 5.3). */
public final class DefineXmlWriter {
    private static final OdmXml.Namespace DEFINE = new OdmXml.Namespace("def", "http://www.cdisc.org/ns/def/v2.1");
    private static final OdmXml.Namespace XLINK = new OdmXml.Namespace("xlink", "http://www.w3.org/1999/xlink");
    private static final String VERSION = "2.1.0";
    private static final String LANGUAGE = "en";

    /** Types of ItemDef that ODM has and Define-XML has not (Define-XML 2.1, 5.3.11). */
    private static final Set<DataType> OTHERS = Set.of(
            DataType.STRING,
            DataType.DOUBLE,
            DataType.BOOLEAN,
            DataType.INCOMPLETE_DATE,
            DataType.INCOMPLETE_TIME,
            DataType.HEX_BINARY,
            DataType.BASE64_BINARY,
            DataType.HEX_FLOAT,
            DataType.BASE64_FLOAT,
            DataType.URI);

    private final OdmXml xml;
    private final DatasetFormat format;

    private DefineXmlWriter(OdmXml xml, DatasetFormat format) {
        this.xml = xml;
        this.format = format;
    }

    /**
     * Writes the file; the caller closes the stream.
     *
     * @param build whose study and version the file names
     * @param format of the datasets, which stand beside it
     */
    public static void write(
            StudyBuild build, Datasets datasets, DatasetFormat format, FileHeader header, OutputStream out)
            throws IOException {
        OdmXml xml = OdmXml.open(out, OdmVersion.V1_3_2);
        xml.root(DEFINE, XLINK);
        OdmDocument.attributes(xml, header, Optional.empty());
        xml.attribute(DEFINE, "Context", "Other").line();
        new DefineXmlWriter(xml, format).study(build, datasets);
        xml.close();
    }

    private void study(StudyBuild build, Datasets datasets) throws IOException {
        xml.start("Study");
        xml.attribute("OID", build.studyOid());
        xml.start("GlobalVariables");
        xml.text("StudyName", build.studyName());
        xml.text("StudyDescription", build.studyDescription());
        xml.text("ProtocolName", build.protocolName());
        xml.end();
        xml.line();
        xml.start("MetaDataVersion");
        xml.attribute("OID", build.metaDataVersionOid())
                .attribute("Name", build.name())
                .attribute("Description", build.description())
                .attribute(DEFINE, "DefineVersion", VERSION);
        xml.line();
        for (Dataset dataset : datasets.all()) {
            dataset(dataset);
        }
        Set<String> written = new HashSet<>();
        for (Dataset dataset : datasets.all()) {
            for (Column column : dataset.columns()) {
                if (written.add(column.itemOid())) {
                    item(column);
                }
            }
        }
        CodeListWriter codeLists = new CodeListWriter(xml);
        for (CodeList list : datasets.codeLists()) {
            codeLists.write(list);
        }
        xml.end();
        xml.end();
    }

    private void dataset(Dataset dataset) throws IOException {
        String leaf = "LF." + dataset.name();
        xml.start("ItemGroupDef");
        xml.attribute("OID", dataset.itemGroupOid())
                .attribute("Name", dataset.name())
                .yesNo("Repeating", true)
                .yesNo("IsReferenceData", false)
                .attribute("Purpose", "Tabulation")
                .attribute(DEFINE, "Structure", "One record per item group instance")
                .attribute(DEFINE, "ArchiveLocationID", leaf);
        description(dataset.label());
        int order = 1;
        for (Column column : dataset.columns()) {
            xml.start("ItemRef");
            xml.attribute("ItemOID", column.itemOid())
                    .attribute("OrderNumber", String.valueOf(order++))
                    .yesNo("Mandatory", false)
                    .attribute("KeySequence", column.keySequence());
            xml.end();
        }
        String file = dataset.fileName(format);
        xml.start(DEFINE, "leaf");
        xml.attribute("ID", leaf).attribute(XLINK, "href", file);
        xml.start(DEFINE, "title");
        xml.characters(file);
        xml.end();
        xml.end();
        xml.end();
        xml.line();
    }

    private void item(Column column) throws IOException {
        Optional<ItemDef> definition = column.definition();
        xml.start("ItemDef");
        xml.attribute("OID", column.itemOid())
                .attribute("Name", column.name())
                .attribute(
                        "DataType", definition.map(def -> type(def.dataType())).orElse("text"))
                .attribute("Length", definition.flatMap(ItemDef::length).filter(length -> length > 0))
                .attribute(
                        "SignificantDigits",
                        definition
                                .filter(def -> column.type() == ColumnType.DECIMAL)
                                .flatMap(ItemDef::significantDigits));
        description(column.label());
        xml.empty("CodeListRef", "CodeListOID", definition.flatMap(ItemDef::codeListOid));
        xml.end();
        xml.line();
    }

    private void description(String text) throws IOException {
        xml.translated("Description", TranslatedText.of(LANGUAGE, text));
    }

    private static String type(DataType type) {
        if (!OTHERS.contains(type)) {
            return type.odmName();
        }
        return switch (type) {
            case DOUBLE -> "float";
            case INCOMPLETE_DATE, INCOMPLETE_TIME -> "incompleteDatetime";
            default -> "text";
        };
    }
}
