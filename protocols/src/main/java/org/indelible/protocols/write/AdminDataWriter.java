package org.indelible.protocols.write;

import java.io.IOException;
import java.util.Optional;
import org.indelible.protocols.clinicaldata.AdminData;

/** Writes AdminData (ODM 1.3.2, 3.1.2; ODM 2.0, AdminData). A user of ODM 2.0 has one location: the first. */
final class AdminDataWriter {
    private final OdmXml xml;

    AdminDataWriter(OdmXml xml) {
        this.xml = xml;
    }

    void write(AdminData data) throws IOException {
        xml.start("AdminData");
        xml.attribute("StudyOID", data.studyOid());
        xml.line();
        for (AdminData.User user : data.users()) {
            user(user);
        }
        for (AdminData.Location location : data.locations()) {
            location(location);
        }
        for (AdminData.SignatureDef signature : data.signatures()) {
            xml.start("SignatureDef");
            xml.attribute("OID", signature.oid()).attribute("Methodology", signature.methodology());
            xml.text("Meaning", signature.meaning());
            xml.text("LegalReason", signature.legalReason());
            xml.end();
            xml.line();
        }
        xml.end();
        xml.line();
    }

    private void user(AdminData.User user) throws IOException {
        xml.start("User");
        xml.attribute("OID", user.oid()).attribute("UserType", user.userType());
        if (xml.two()) {
            xml.attribute("LocationOID", user.locationOids().stream().findFirst());
            xml.text("UserName", user.displayName());
            xml.text("FullName", user.fullName());
        } else {
            xml.text("LoginName", user.loginName());
            xml.text("DisplayName", user.displayName());
            xml.text("FullName", user.fullName());
            for (String location : user.locationOids()) {
                xml.empty("LocationRef", "LocationOID", Optional.of(location));
            }
        }
        xml.end();
        xml.line();
    }

    private void location(AdminData.Location location) throws IOException {
        xml.start("Location");
        xml.attribute("OID", location.oid())
                .attribute("Name", location.name())
                .attribute(xml.two() ? "Role" : "LocationType", location.locationType());
        for (AdminData.Version version : location.versions()) {
            xml.start("MetaDataVersionRef");
            xml.attribute("StudyOID", version.studyOid())
                    .attribute("MetaDataVersionOID", version.metaDataVersionOid())
                    .attribute("EffectiveDate", version.effectiveDate());
            xml.end();
        }
        xml.end();
        xml.line();
    }
}
