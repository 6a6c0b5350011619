package org.indelible.readmodel.participant;

import java.time.Instant;
import java.util.Optional;
import org.indelible.readmodel.Provenance;

/**
 * @param status the last milestone of the participant: {@code registered}, {@code enrolled}, {@code withdrawn}, ...
 * @param statusSince the entry that set it
 * @param build hash of the study build the participant is under
 */
public record ParticipantRow(
        String key,
        String site,
        String status,
        Provenance statusSince,
        Optional<Instant> consentedAt,
        Optional<String> build) {}
