package org.indelible.authority;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.indelible.shared.BuildHash;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;

/**
 * The trial that an authority is for.
 *
 * @param retainedUntil last day on which its records have to be kept, where that is on record
 * @param builds the study builds published in it
 */
public record TrialScope(
        TrialId trial,
        TrialKind kind,
        TrialStatus status,
        Optional<LocalDate> retainedUntil,
        Map<BuildHash, PublishedBuild> builds) {
    public TrialScope {
        builds = Map.copyOf(builds);
    }

    /** The build, where it is published in this trial. */
    public Optional<PublishedBuild> build(BuildHash hash) {
        return Optional.ofNullable(builds.get(hash));
    }

    boolean lockedOrArchived() {
        return status == TrialStatus.LOCKED || status == TrialStatus.ARCHIVED;
    }
}
