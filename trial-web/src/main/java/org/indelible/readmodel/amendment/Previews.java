package org.indelible.readmodel.amendment;

import java.util.Optional;
import org.indelible.protocols.diff.StudyBuildDiff;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.trial.StudyBuilds;
import org.springframework.stereotype.Component;

/** An amendment as its reviewer sees it: the differences, and what they touch as of a point. */
@Component
public class Previews {
    private final StudyBuilds builds;
    private final Impacts impacts;

    Previews(StudyBuilds builds, Impacts impacts) {
        this.builds = builds;
        this.impacts = impacts;
    }

    public record Preview(StudyBuildDiff diff, Impact impact) {}

    /** Empty where one of the builds is not on file. */
    public Optional<Preview> of(AmendmentRow amendment, AsOf asOf) {
        return builds.find(amendment.from())
                .flatMap(from -> builds.find(amendment.build()).map(to -> StudyBuildDiff.between(from, to)))
                .map(diff -> new Preview(diff, impacts.of(diff, asOf)));
    }
}
