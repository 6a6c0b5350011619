package org.indelible.readmodel.trial;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;

public interface TrialQueries {
    /** All trials as they are now, by name. */
    List<TrialSummary> trials();

    /** One trial as it is now. */
    Optional<TrialSummary> trial(String trial);

    /** The trial as of a point; empty where it was not yet registered. */
    Optional<TrialSummary> trial(AsOf asOf);

    List<StudyBuildRow> builds(AsOf asOf);

    /** The build of this hash. */
    Optional<StudyBuild> build(String hash);

    /** The build that was published last. */
    Optional<StudyBuild> latestBuild(AsOf asOf);
}
