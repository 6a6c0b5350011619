package org.indelible.readmodel.auditreview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.indelible.authority.Role;
import org.indelible.authority.Side;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.trial.TrialQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditReviewQueries implements AuditReviewQueries {
    private static final String[] SITE_ROLES = Stream.of(Role.values())
            .filter(role -> role.side() == Side.SITE)
            .map(Role::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final TrialQueries trials;

    JdbcAuditReviewQueries(JdbcClient jdbc, TrialQueries trials) {
        this.jdbc = jdbc;
        this.trials = trials;
    }

    @Override
    public long count(AsOf asOf, Visibility visibility, ReviewScope scope) {
        String sql = "select count(*) from (" + ReviewSql.of(scope.view()) + ") line";
        return asked(sql, asOf, visibility, scope).query(Long.class).single();
    }

    @Override
    public List<ReviewLine> lines(AsOf asOf, Visibility visibility, ReviewScope scope, Slice slice) {
        String sql = "select * from (" + ReviewSql.of(scope.view())
                + ") line order by number desc, entry desc, other limit :limit offset :offset";
        return asked(sql, asOf, visibility, scope)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query(JdbcAuditReviewQueries::line)
                .list();
    }

    private StatementSpec asked(String sql, AsOf asOf, Visibility visibility, ReviewScope scope) {
        Optional<StudyBuild> build = trials.latestBuild(asOf);
        return AsOfSql.query(jdbc, sql, asOf, visibility)
                .param("allocation", visibility.allocation())
                .param("threshold", scope.threshold())
                .param("from", at(scope.period().from()))
                .param("until", at(scope.period().until()))
                .param("ofSites", scope.sites().isEmpty() ? null : scope.sites().toArray(String[]::new))
                .param("siteRoles", SITE_ROLES)
                .param("critical", items(build, ItemDef::critical))
                .param("measured", items(build, JdbcAuditReviewQueries::measured));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Their OIDs; null where no item of the build is one, or there is no build: then any may be. */
    private static String @Nullable [] items(Optional<StudyBuild> build, Predicate<ItemDef> which) {
        String[] oids = build.stream()
                .flatMap(known -> known.items().stream())
                .filter(which)
                .map(ItemDef::oid)
                .toArray(String[]::new);
        return oids.length == 0 ? null : oids;
    }

    /** A code is no measurement, and an item with a code list holds one. */
    private static boolean measured(ItemDef item) {
        return item.codeListOid().isEmpty()
                && (item.dataType() == DataType.INTEGER
                        || item.dataType() == DataType.FLOAT
                        || item.dataType() == DataType.DOUBLE);
    }

    private static ReviewLine line(ResultSet row, int number) throws SQLException {
        Optional<String> form = Optional.ofNullable(row.getString("form"));
        Optional<FormPoint> place = form.isEmpty()
                ? Optional.empty()
                : Optional.of(new FormPoint(
                        Optional.ofNullable(row.getString("event")).orElse(""),
                        Keys.read(row, "event_key"),
                        form.get(),
                        Keys.read(row, "form_key")));
        return new ReviewLine(
                Optional.ofNullable(row.getString("site")),
                Optional.ofNullable(row.getString("participant")),
                Optional.ofNullable(row.getString("other")),
                place,
                Optional.ofNullable(row.getString("item_group")),
                Keys.read(row, "group_key"),
                Optional.ofNullable(row.getString("item")),
                row.getString("actor"),
                row.getLong("number"),
                row.getLong("of_number"),
                Optional.ofNullable(row.getString("what")).orElse(""),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("entry"));
    }
}
