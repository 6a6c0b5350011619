package org.indelible.trial;

import java.util.Optional;
import org.indelible.eventstore.InClear;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;

/**
 * What an amendment would put in force.
 *
 * @param from the published build it changes, against which its differences are told
 * @param protocolVersion one that is published already where the amendment changes the build only, else the new one
 * @param document the study metadata as they were submitted
 * @param training what site staff must have been trained in to work with it
 */
public record ProposedDefinition(
        @InClear BuildHash from,
        @InClear BuildHash build,
        @InClear ProtocolVersion protocolVersion,
        @InClear String metaDataVersionOid,
        @InClear String name,
        @InClear Optional<DocumentHash> document,
        @InClear Optional<TrainingVersion> training,
        @InClear Optional<ProposedConsent> consent) {

    /** @param reconsent whether participants who signed an earlier version sign this one before they come under the amendment */
    public record ProposedConsent(
            @InClear ConsentVersion version,
            @InClear Optional<DocumentHash> document,
            @InClear boolean reconsent) {}
}
