package org.indelible.protocols.bundled;

import java.io.InputStream;
import java.util.Objects;

/** The protocols that come with the product. */
public enum BundledProtocols {
    HYPERTENSION("hypertension.xml"),
    ONCOLOGY("oncology.xml");

    private final String resource;

    BundledProtocols(String resource) {
        this.resource = resource;
    }

    /** The protocol as an ODM 1.3.2 file; the caller closes it. */
    public InputStream open() {
        return Objects.requireNonNull(
                BundledProtocols.class.getResourceAsStream(resource), () -> resource + " is missing from the jar");
    }
}
