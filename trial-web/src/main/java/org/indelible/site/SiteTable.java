package org.indelible.site;

import java.util.List;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.ListTable;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.site.NamedBuild;
import org.indelible.readmodel.site.SiteSummary;

/** The sites of a trial, wherever they are listed; {@code sites/table} draws it. */
public final class SiteTable {
    private static final List<Column<SiteSummary>> COLUMNS = List.of(
            Column.text("site", "sites.site", SiteSummary::site),
            Column.text("name", "sites.name", SiteSummary::name),
            Column.text("country", "sites.country", SiteSummary::country),
            Column.text("status", "sites.status", SiteSummary::status),
            Column.number("participants", "participants.title", site -> (long) site.participants()),
            Column.text("approved", "sites.approved", site -> String.join(", ", site.approvedVersions())),
            Column.text(
                    "build",
                    "sites.build",
                    site -> site.activeBuild().map(NamedBuild::toString).orElse("")));

    private SiteTable() {}

    public static ListTable<SiteSummary> of(Tables tables, List<SiteSummary> sites) {
        return tables.of("sites", COLUMNS, sites);
    }
}
