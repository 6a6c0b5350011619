package org.indelible.clinicaldata;

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
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.site.SiteQueries;
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

    OdmAdminData(JdbcClient jdbc, AccountQueries accounts, SiteQueries sites) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sites = sites;
    }

    AdminData of(AsOf asOf, Visibility visibility, StudyBuild build) {
        Set<String> actors = new LinkedHashSet<>(AsOfSql.query(jdbc, ACTORS, asOf, visibility)
                .query(String.class)
                .list());
        Map<String, String> names = accounts.names(actors);
        List<AdminData.Location> locations = new ArrayList<>();
        locations.add(location(OdmMarks.SPONSOR, "Sponsor", "Sponsor"));
        sites.sites(asOf).forEach(site -> locations.add(location(site.site(), site.name(), "Site")));
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

    private static AdminData.Location location(String oid, String name, String type) {
        return new AdminData.Location(oid, name, Optional.of(type), List.of());
    }
}
