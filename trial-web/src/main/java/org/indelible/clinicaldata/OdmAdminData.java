package org.indelible.clinicaldata;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.AdminData;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.site.SiteDetail;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.SignatureMeaning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users, locations and meanings of signatures that exported data refer to. */
@Component
class OdmAdminData {
    private static final String ACTORS = """
        select distinct e.actor from read.entry e
        where e.ledger = :trial and e.leaf_index < :size
          and (cast(:sites as text[]) is null or e.site = any (:sites) or e.site is null)
        order by e.actor
        """;

    private final JdbcClient jdbc;
    private final AccountQueries accounts;
    private final SiteQueries sites;
    private final TrialQueries trials;

    OdmAdminData(JdbcClient jdbc, AccountQueries accounts, SiteQueries sites, TrialQueries trials) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sites = sites;
        this.trials = trials;
    }

    AdminData of(AsOf asOf, Visibility visibility, StudyBuild build) {
        Set<String> actors = new LinkedHashSet<>(AsOfSql.query(jdbc, ACTORS, asOf, visibility)
                .query(String.class)
                .list());
        Map<String, String> names = accounts.names(actors);
        AdminData.Version published = published(asOf, build);
        List<AdminData.Location> locations = new ArrayList<>();
        locations.add(new AdminData.Location(OdmMarks.SPONSOR, "Sponsor", Optional.of("Sponsor"), List.of(published)));
        sites.sites(asOf)
                .forEach(site -> locations.add(new AdminData.Location(
                        site.site(), site.name(), Optional.of("Site"), versions(asOf, site.site(), published))));
        return new AdminData(
                Optional.of(build.studyOid()),
                actors.stream().map(actor -> user(actor, names)).toList(),
                locations,
                Stream.of(SignatureMeaning.values())
                        .map(meaning -> new AdminData.SignatureDef(
                                OdmMarks.signatureDef(meaning.name()),
                                Optional.of("Electronic"),
                                OdmMarks.word(meaning.name()),
                                "21 CFR 11.50: " + OdmMarks.word(meaning.name())))
                        .toList());
    }

    private static AdminData.User user(String account, Map<String, String> names) {
        String name = names.getOrDefault(account, account);
        return new AdminData.User(
                account, Optional.empty(), Optional.of(account), Optional.of(name), Optional.of(name), List.of());
    }

    /** Since when the site works with which build; since its publication with the latest where none was activated yet: the schema demands one. */
    private List<AdminData.Version> versions(AsOf asOf, String site, AdminData.Version published) {
        List<AdminData.Version> versions =
                sites.site(asOf, site).map(SiteDetail::activations).orElse(List.of()).stream()
                        .flatMap(activation -> trials.build(activation.build().hash()).stream()
                                .map(build -> version(build, activation.provenance())))
                        .toList();
        return versions.isEmpty() ? List.of(published) : versions;
    }

    private AdminData.Version published(AsOf asOf, StudyBuild build) {
        return trials.builds(asOf).stream()
                .filter(row -> row.hash().equals(build.hash()))
                .findFirst()
                .map(row -> version(build, row.provenance()))
                .orElseThrow();
    }

    /** Days are those of UTC. */
    private static AdminData.Version version(StudyBuild build, Provenance since) {
        return new AdminData.Version(
                build.studyOid(),
                build.metaDataVersionOid(),
                since.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
}
