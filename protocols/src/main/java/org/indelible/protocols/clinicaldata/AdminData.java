package org.indelible.protocols.clinicaldata;

import java.util.List;
import java.util.Optional;

/** The users, locations and meanings of signatures the clinical data refer to (ODM 1.3.2, 3.1.2 AdminData). */
public record AdminData(
        Optional<String> studyOid, List<User> users, List<Location> locations, List<SignatureDef> signatures) {
    public AdminData {
        users = List.copyOf(users);
        locations = List.copyOf(locations);
        signatures = List.copyOf(signatures);
    }

    /** AdminData/User. */
    public record User(
            String oid,
            Optional<String> userType,
            Optional<String> loginName,
            Optional<String> displayName,
            Optional<String> fullName,
            List<String> locationOids) {
        public User {
            locationOids = List.copyOf(locationOids);
        }
    }

    /**
     * AdminData/Location.
     *
     * @param locationType Sponsor, Site, CRO, Lab or Other
     * @param versions which builds it worked with since when
     */
    public record Location(String oid, String name, Optional<String> locationType, List<Version> versions) {
        public Location {
            versions = List.copyOf(versions);
        }
    }

    /** Location/MetaDataVersionRef; the date is ISO 8601. */
    public record Version(String studyOid, String metaDataVersionOid, String effectiveDate) {}

    /**
     * AdminData/SignatureDef.
     *
     * @param methodology Digital or Electronic
     */
    public record SignatureDef(String oid, Optional<String> methodology, String meaning, String legalReason) {}
}
