package org.indelible.protocols.dataset;

import java.time.Instant;

/**
 * What all datasets of an export state alike (Dataset-JSON 1.1, Top-level Metadata Attributes).
 *
 * @param fileOid of the export; that of a dataset is followed by its name
 * @param originator who vouches for the data
 * @param systemVersion version of the software that wrote them
 */
public record DatasetHeader(
        Instant created,
        String fileOid,
        String originator,
        String systemVersion,
        String studyOid,
        String metaDataVersionOid) {
    /** The Define-XML beside the datasets. */
    public static final String METADATA_REF = "define.xml";

    public static final String SYSTEM = "Indelible";
}
