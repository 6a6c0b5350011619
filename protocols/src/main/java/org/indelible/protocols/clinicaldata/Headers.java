package org.indelible.protocols.clinicaldata;

import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Element;
import org.indelible.protocols.odm.HardenedXml;

/** Reads what precedes the participants: the ODM element's attributes and AdminData (ODM 1.3.2, 3.1 and 3.1.2). */
final class Headers {
    private Headers() {}

    static FileHeader read(XMLStreamReader odm, Diagnostics diagnostics) {
        Optional<String> type = attribute(odm, "FileType");
        boolean transactional = type.filter("Transactional"::equals).isPresent();
        if (!transactional && type.filter("Snapshot"::equals).isEmpty()) {
            diagnostics.warning(
                    "missing-file-type",
                    "FileType is " + type.map(t -> "'" + t + "'").orElse("missing") + "; Snapshot was assumed.",
                    "Write FileType=\"Snapshot\" or \"Transactional\".",
                    HardenedXml.position(odm),
                    null);
        }
        return new FileHeader(
                transactional ? FileHeader.FileType.TRANSACTIONAL : FileHeader.FileType.SNAPSHOT,
                attribute(odm, "FileOID"),
                attribute(odm, "PriorFileOID"),
                attribute(odm, "CreationDateTime"),
                attribute(odm, "ODMVersion"),
                attribute(odm, "Granularity"),
                attribute(odm, "Originator"),
                attribute(odm, "SourceSystem"),
                attribute(odm, "SourceSystemVersion"));
    }

    private static Optional<String> attribute(XMLStreamReader odm, String name) {
        return Optional.ofNullable(odm.getAttributeValue(null, name));
    }

    static AdminData adminData(Element e) {
        return new AdminData(
                e.stated("StudyOID"),
                e.children("User").map(Headers::user).toList(),
                e.children("Location")
                        .map(location -> new AdminData.Location(
                                location.stated("OID").orElse(""),
                                location.attribute("Name").orElse(""),
                                location.stated("LocationType").or(() -> location.stated("Role")),
                                location.children("MetaDataVersionRef")
                                        .map(Headers::version)
                                        .toList()))
                        .toList(),
                e.children("SignatureDef")
                        .map(signature -> new AdminData.SignatureDef(
                                signature.stated("OID").orElse(""),
                                signature.stated("Methodology"),
                                signature.textOf("Meaning"),
                                signature.textOf("LegalReason")))
                        .toList());
    }

    private static AdminData.User user(Element user) {
        return new AdminData.User(
                user.stated("OID").orElse(""),
                user.stated("UserType"),
                user.child("LoginName").map(Element::text),
                user.child("DisplayName").or(() -> user.child("UserName")).map(Element::text),
                user.child("FullName").map(Element::text),
                Stream.concat(
                                user.stated("LocationOID").stream(),
                                user.children("LocationRef").flatMap(ref -> ref.stated("LocationOID").stream()))
                        .toList());
    }

    private static AdminData.Version version(Element ref) {
        return new AdminData.Version(
                ref.stated("StudyOID").orElse(""),
                ref.stated("MetaDataVersionOID").orElse(""),
                ref.stated("EffectiveDate").orElse(""));
    }
}
