package org.indelible.casebook;

import org.indelible.protocols.build.StudyBuild;
import org.indelible.shared.BuildHash;

/** The study builds on file, by content. Command handlers get it as a parameter. */
@FunctionalInterface
public interface StudyBuilds {

    /** @throws org.indelible.shared.DomainRefusal {@code study-build-unknown} */
    StudyBuild require(BuildHash hash);
}
