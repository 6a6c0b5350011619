package org.indelible.readmodel.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * @param activeBuild the study build in force
 * @param approvedVersions protocol versions with an ethics approval that has not run out
 */
public record SiteSummary(
        String site,
        String name,
        String country,
        ZoneId zone,
        String status,
        int participants,
        Optional<NamedBuild> activeBuild,
        List<String> approvedVersions) {}
