package org.indelible.protocols.write;

import java.util.Arrays;
import java.util.Optional;

/** The versions of ODM that are written. */
public enum OdmVersion {
    V1_3_2("1.3.2", "http://www.cdisc.org/ns/odm/v1.3"),
    V2_0("2.0", "http://www.cdisc.org/ns/odm/v2.0");

    private final String text;
    private final String namespace;

    OdmVersion(String text, String namespace) {
        this.text = text;
        this.namespace = namespace;
    }

    /** As ODMVersion states it. */
    public String text() {
        return text;
    }

    public String namespace() {
        return namespace;
    }

    /** The version of this name, {@code 1.3.2} or {@code 2.0}. */
    public static Optional<OdmVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.text.equals(text))
                .findFirst();
    }
}
