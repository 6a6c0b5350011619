package org.indelible.readmodel.site;

import static org.indelible.readmodel.AsOfSql.holds;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.ProvenanceColumns;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSiteQueries implements SiteQueries {
    private static final String SITES =
            """
            select s.site, s.name, s.country, s.zone, t.status, %s, p.participants
            from read.site s
            join read.site_status t on t.trial = s.trial and t.site = s.site and %s
            left join read.build_activation b on b.trial = s.trial and b.site = s.site and %s
            %s
            cross join lateral (
                select count(*) as participants from read.participant_site p
                where p.trial = s.trial and p.site = s.site and %s) p
            where s.trial = :trial and s.valid_from < :size order by s.site
            """.formatted(NamedBuild.columns("b"), holds("t"), holds("b"), NamedBuild.join("b"), holds("p"));

    private final JdbcClient jdbc;
    private final PermissionQuery permissions;
    private final Clock clock;

    JdbcSiteQueries(JdbcClient jdbc, PermissionQuery permissions, Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public List<SiteSummary> sites(AsOf asOf) {
        return AsOfSql.query(jdbc, SITES, asOf)
                .query((row, number) -> summary(asOf, row))
                .list();
    }

    private SiteSummary summary(AsOf asOf, ResultSet row) throws SQLException {
        String site = row.getString("site");
        ZoneId zone = ZoneId.of(row.getString("zone"));
        LocalDate day = asOf.past()
                ? asOf.lastEntryAt().map(at -> LocalDate.ofInstant(at, zone)).orElse(LocalDate.EPOCH)
                : LocalDate.ofInstant(clock.instant(), zone);
        return new SiteSummary(
                site,
                row.getString("name"),
                row.getString("country"),
                zone,
                row.getString("status"),
                row.getInt("participants"),
                NamedBuild.read(row),
                approvals(asOf, site).stream()
                        .filter(approval -> approval.holdsOn(day))
                        .flatMap(approval -> approval.protocolVersions().stream())
                        .distinct()
                        .toList());
    }

    @Override
    public Optional<SiteDetail> site(AsOf asOf, String site) {
        return sites(asOf).stream()
                .filter(summary -> summary.site().equals(site))
                .findFirst()
                .map(summary -> new SiteDetail(
                        summary,
                        approvals(asOf, site),
                        activations(asOf, site),
                        delegations(asOf, site),
                        trainings(asOf, site)));
    }

    @Override
    public List<Permission> permissions(AsOf asOf, String site, LocalDate day) {
        return permissions.of(asOf, site, day, delegations(asOf, site), trainings(asOf, site));
    }

    private List<EthicsApproval> approvals(AsOf asOf, String site) {
        return rows(
                asOf,
                site,
                "ethics_approval",
                "f.committee, f.document, f.protocol_versions, f.approved_on, f.expires_on",
                "",
                (row, number) -> new EthicsApproval(
                        row.getString("committee"),
                        strings(row.getArray("protocol_versions")),
                        row.getObject("approved_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                        row.getString("document"),
                        ProvenanceColumns.read(row, "e")));
    }

    private List<BuildActivation> activations(AsOf asOf, String site) {
        return rows(
                asOf,
                site,
                "build_activation",
                NamedBuild.columns("f"),
                NamedBuild.join("f"),
                (row, number) ->
                        new BuildActivation(NamedBuild.read(row).orElseThrow(), ProvenanceColumns.read(row, "e")));
    }

    /** Not in force before the delegate has accepted; the last day is the one it was ended on, else the one delegated. */
    private List<Delegation> delegations(AsOf asOf, String site) {
        return rows(
                asOf,
                site,
                "delegation",
                "f.delegation, f.account, f.duties, f.from_day, coalesce(x.last_day, f.to_day) as last_day, "
                        + ProvenanceColumns.of("b") + ", " + ProvenanceColumns.of("o"),
                """
                left join read.delegation_acceptance a on a.trial = f.trial and a.site = f.site
                    and a.delegation = f.delegation and a.valid_from < :size
                left join read.entry b on b.ledger = a.trial and b.leaf_index = a.valid_from
                left join read.delegation_end x on x.trial = f.trial and x.site = f.site
                    and x.delegation = f.delegation and x.valid_from < :size
                left join read.entry o on o.ledger = x.trial and o.leaf_index = x.valid_from
                """,
                (row, number) -> new Delegation(
                        row.getString("delegation"),
                        row.getString("account"),
                        strings(row.getArray("duties")),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        ProvenanceColumns.read(row, "e"),
                        ProvenanceColumns.readOptional(row, "b"),
                        ProvenanceColumns.readOptional(row, "o")));
    }

    private List<Training> trainings(AsOf asOf, String site) {
        return rows(
                asOf,
                site,
                "training",
                "f.account, f.version, f.completed_on",
                "",
                (row, number) -> new Training(
                        row.getString("account"),
                        row.getString("version"),
                        row.getObject("completed_on", LocalDate.class),
                        ProvenanceColumns.read(row, "e")));
    }

    /** Facts of a site up to the point, in order; superseded ones included. Names of tables and columns are constants of this class. */
    private <T> List<T> rows(AsOf asOf, String site, String table, String columns, String joins, RowMapper<T> mapper) {
        return AsOfSql.query(jdbc, """
                        select %s, %s from read.%s f
                        join read.entry e on e.ledger = f.trial and e.leaf_index = f.valid_from
                        %s
                        where f.trial = :trial and f.site = :site and f.valid_from < :size order by f.valid_from
                        """.formatted(columns, ProvenanceColumns.of("e"), table, joins), asOf)
                .param("site", site)
                .query(mapper)
                .list();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
