package org.indelible.protocols.clinicaldata;

import java.util.Optional;

/** The ODM element: what kind of file this is (ODM 1.3.2, 3.1 ODM). */
public record FileHeader(
        FileType fileType,
        Optional<String> fileOid,
        Optional<String> priorFileOid,
        Optional<String> creationDateTime,
        Optional<String> odmVersion,
        Optional<String> granularity,
        Optional<String> originator,
        Optional<String> sourceSystem,
        Optional<String> sourceSystemVersion) {
    /** A snapshot states how things stand, a transactional file what was done. */
    public enum FileType {
        SNAPSHOT,
        TRANSACTIONAL
    }
}
