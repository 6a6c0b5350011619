package org.indelible.readmodel.site;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.Duty;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who could do what at a site on a day (R22): roles from the platform ledger, duties and training from the trial's. */
@Repository
class PermissionQuery {
    /** Grants that were in force at the end of the day, by the times of their entries. */
    private static final String GRANTS = """
            select g.account, g.role from read.role_grant g
            join read.entry b on b.ledger = 'platform' and b.leaf_index = g.valid_from
            left join read.entry x on x.ledger = 'platform' and x.leaf_index = g.valid_to
            where (g.trial is null or g.trial = :trial) and (g.site is null or g.site = :site)
              and b.recorded_at < :end and (x.recorded_at is null or x.recorded_at >= :end)
            order by g.account, g.role
            """;

    private final JdbcClient jdbc;

    PermissionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Grant(String account, String role) {}

    List<Permission> of(AsOf asOf, String site, LocalDate day, List<Delegation> delegations, List<Training> trainings) {
        Optional<String> investigator = investigator(asOf, site, day);
        Optional<String> required = requiredTraining(asOf, site);
        return jdbc
                .sql(GRANTS)
                .param("trial", asOf.trial())
                .param("site", site)
                .param("end", day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Grant(row.getString("account"), row.getString("role")))
                .list()
                .stream()
                .map(grant -> new Permission(
                        grant.account(),
                        grant.role(),
                        investigator.filter(grant.account()::equals).isPresent()
                                ? List.of(Duty.values()).stream()
                                        .map(Enum::name)
                                        .toList()
                                : duties(delegations, grant.account(), day),
                        required.map(version -> trained(trainings, grant.account(), version, day))
                                .orElse(true)))
                .toList();
    }

    private static List<String> duties(List<Delegation> delegations, String account, LocalDate day) {
        return delegations.stream()
                .filter(delegation -> delegation.account().equals(account) && delegation.inForceOn(day))
                .flatMap(delegation -> delegation.duties().stream())
                .distinct()
                .toList();
    }

    private static boolean trained(List<Training> trainings, String account, String version, LocalDate day) {
        return trainings.stream()
                .anyMatch(training -> training.account().equals(account)
                        && training.version().equals(version)
                        && !training.completedOn().isAfter(day));
    }

    private Optional<String> investigator(AsOf asOf, String site, LocalDate day) {
        return AsOfSql.query(jdbc, """
                        select account from read.principal_investigator
                        where trial = :trial and site = :site and valid_from < :size and from_day <= :day
                        order by valid_from desc limit 1
                        """, asOf)
                .param("site", site)
                .param("day", day)
                .query(String.class)
                .optional();
    }

    private Optional<String> requiredTraining(AsOf asOf, String site) {
        return AsOfSql.query(jdbc, """
                        select training from read.build_activation
                        where trial = :trial and site = :site and valid_from < :size and training is not null
                        order by valid_from desc limit 1
                        """, asOf)
                .param("site", site)
                .query(String.class)
                .optional();
    }
}
