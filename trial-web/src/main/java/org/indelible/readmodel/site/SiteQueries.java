package org.indelible.readmodel.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;

public interface SiteQueries {
    List<SiteSummary> sites(AsOf asOf);

    Optional<SiteDetail> site(AsOf asOf, String site);

    /** Who could do what at a site on a day, delegation and training included. */
    List<Permission> permissions(AsOf asOf, String site, LocalDate day);
}
