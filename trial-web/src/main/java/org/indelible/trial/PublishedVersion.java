package org.indelible.trial;

import java.util.Optional;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.StudyBuildRow;

/**
 * A protocol version as a trial's page lists it, once for each of its study builds.
 *
 * @param build empty where none was published for the version
 * @param provenance of the build, else of the version
 */
record PublishedVersion(String version, Optional<StudyBuildRow> build, Provenance provenance) {
    static PublishedVersion of(StudyBuildRow build) {
        return new PublishedVersion(build.protocolVersion(), Optional.of(build), build.provenance());
    }

    static PublishedVersion withoutBuild(ProtocolVersionRow version) {
        return new PublishedVersion(version.version(), Optional.empty(), version.provenance());
    }
}
