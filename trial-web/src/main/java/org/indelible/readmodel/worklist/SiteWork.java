package org.indelible.readmodel.worklist;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.amendment.Behind;
import org.indelible.readmodel.amendment.SiteAmendments;
import org.indelible.readmodel.amendment.SiteAmendments.Active;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.SiteSummary;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.worklist.WorkItem.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What open sites lack for the protocol version in force, and whom they have still to bring under the build they have activated. */
@Component
class SiteWork {
    private final SiteQueries sites;
    private final TrialQueries trials;
    private final SiteAmendments amendments;
    private final JdbcClient jdbc;

    SiteWork(SiteQueries sites, TrialQueries trials, SiteAmendments amendments, JdbcClient jdbc) {
        this.sites = sites;
        this.trials = trials;
        this.amendments = amendments;
        this.jdbc = jdbc;
    }

    List<WorkItem> lacking(AsOf asOf, Visibility visibility) {
        List<ProtocolVersionRow> versions =
                trials.trial(asOf).map(trial -> trial.protocolVersions()).orElse(List.of());
        if (versions.isEmpty() || visibility.participant().isPresent()) {
            return List.of();
        }
        ProtocolVersionRow current = versions.getLast();
        List<WorkItem> items = new ArrayList<>();
        sites.sites(asOf).stream()
                .filter(site ->
                        visibility.sites().map(own -> own.contains(site.site())).orElse(true))
                .filter(site -> site.status().equals("open"))
                .forEach(site -> {
                    if (!site.approvedVersions().contains(current.version())) {
                        items.add(missing(Kind.SITE_WITHOUT_APPROVAL, site, current));
                    }
                    if (site.activeBuild().isEmpty()) {
                        items.add(missing(Kind.SITE_WITHOUT_ACTIVATION, site, current));
                    }
                    amendments
                            .active(asOf, site.site())
                            .ifPresent(active -> items.addAll(behind(asOf, site.site(), active)));
                });
        return items;
    }

    private static WorkItem missing(Kind kind, SiteSummary site, ProtocolVersionRow version) {
        return item(
                kind,
                site.site(),
                Optional.empty(),
                LocalDate.ofInstant(version.provenance().recordedAt(), ZoneOffset.UTC),
                version.provenance().entry(),
                version.version());
    }

    private List<WorkItem> behind(AsOf asOf, String site, Active active) {
        List<Behind> behind = amendments.participants(asOf, site, active);
        if (behind.isEmpty()) {
            return List.of();
        }
        LocalDate since = AsOfSql.query(
                        jdbc,
                        "select recorded_at from read.entry where ledger = :trial and leaf_index = :entry and :size > 0",
                        asOf)
                .param("entry", active.entry())
                .query((row, number) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toLocalDate())
                .single();
        List<WorkItem> items = new ArrayList<>();
        behind.forEach(row -> row.reconsent()
                .ifPresent(version -> items.add(item(
                        Kind.RECONSENT_DUE, site, Optional.of(row.participant()), since, active.entry(), version))));
        long adopting = behind.stream().filter(Behind::mayAdopt).count();
        if (adopting > 0) {
            items.add(item(Kind.BUILD_BEHIND, site, Optional.empty(), since, active.entry(), Long.toString(adopting)));
        }
        return items;
    }

    private static WorkItem item(
            Kind kind, String site, Optional<String> participant, LocalDate since, long entry, String detail) {
        return new WorkItem(
                kind,
                site,
                participant,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                since,
                OptionalLong.of(entry),
                detail);
    }
}
