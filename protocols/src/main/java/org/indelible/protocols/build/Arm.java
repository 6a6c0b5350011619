package org.indelible.protocols.build;

import java.util.List;
import java.util.Optional;

/**
 * One of the ways participants are treated (ODM 2.0, Arm; USDM 4.0, StudyArm).
 *
 * @param type in the words of the source, "Placebo Control Arm" for example
 * @param epochOids the epochs its participants go through, in order
 */
public record Arm(String oid, String name, TranslatedText description, Optional<String> type, List<String> epochOids) {
    public Arm {
        epochOids = List.copyOf(epochOids);
    }
}
