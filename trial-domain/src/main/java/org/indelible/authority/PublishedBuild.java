package org.indelible.authority;

import java.util.Optional;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;

/**
 * A study build that the sponsor has approved for the trial.
 *
 * @param training what site staff must have been trained in to work with it
 * @param reconsent the consent form that participants sign before they come under it, where there is one
 */
public record PublishedBuild(
        ProtocolVersion protocolVersion, Optional<TrainingVersion> training, Optional<ConsentVersion> reconsent) {}
