package org.indelible.authority;

import java.util.Optional;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.TrainingVersion;

/** The study build that a site works with. */
public record ActivatedBuild(
        BuildHash build,
        ProtocolVersion protocolVersion,
        Optional<TrainingVersion> training,
        AmendmentApplication application) {}
