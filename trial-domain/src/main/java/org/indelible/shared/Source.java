package org.indelible.shared;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The originator of data where it is not the actor (claim {@code src}; ODM AuditRecord and SourceID; R16). Carried as command metadata, not by events.
 *
 * @param originator name of the originator in the trial's list: an ODM user OID, a laboratory, a device
 * @param location where it was, an ODM location OID
 * @param capturedAt when it was recorded at the source
 * @param file hash of the imported file
 * @param row place in that file
 * @param job the import job
 */
public record Source(
        SourceKind kind,
        String originator,
        Optional<String> location,
        Optional<OffsetDateTime> capturedAt,
        Optional<DocumentHash> file,
        Optional<String> row,
        Optional<String> job) {}
