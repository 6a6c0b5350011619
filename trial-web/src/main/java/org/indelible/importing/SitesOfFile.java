package org.indelible.importing;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.indelible.commands.Acting;
import org.indelible.importing.ImportFindings.Place;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.protocols.clinicaldata.AdminData.Location;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.site.SiteCommand.OpenSite;

/**
 * Opens the sites that a migrated file names (ODM 1.3.2, 3.1.2.2 Location). What ODM does not say of a site is a finding, never invented: its country, time zone and
 * ethics approvals.
 */
final class SitesOfFile {
    /** ISO 3166-1 user-assigned code: not known. */
    private static final String NO_COUNTRY = "ZZ";

    private final ImportRun run;
    private final Set<String> open;

    /** @param open keys of the sites that the trial has */
    SitesOfFile(ImportRun run, Set<String> open) {
        this.run = run;
        this.open = open;
    }

    void open(AdminData adminData) {
        adminData.locations().stream()
                .filter(location -> location.locationType()
                        .map(type -> type.toLowerCase(Locale.ROOT).equals("site"))
                        .orElse(true))
                .filter(location -> open.add(location.oid()))
                .forEach(this::open);
    }

    private void open(Location location) {
        try {
            SiteId site = new SiteId(run.trial(), new SiteKey(location.oid()));
            run.commands()
                    .send(
                            new OpenSite(site, location.name(), NO_COUNTRY, ZoneOffset.UTC),
                            Acting.byImport(
                                    run.actor(), run.source(location.oid()), run.file() + "#" + location.oid()));
            run.job().count("sites", 1);
            run.findings()
                    .missing(
                            "ethics-approval-missing",
                            location.oid(),
                            "The file holds no ethics approval, country or time zone of this site; its times are shown in UTC.",
                            "File the approval and record country and time zone from the source documents.");
        } catch (DomainRefusal refusal) {
            run.refuse(refusal, new Place(location.oid(), location.oid(), 0, 0));
        }
    }
}
