package org.indelible.readmodel.trial;

import static org.indelible.readmodel.AsOfSql.holds;

import java.util.List;
import java.util.Optional;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.ProvenanceColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTrialQueries implements TrialQueries {
    private final JdbcClient jdbc;
    private final AsOfResolver points;
    private final StudyBuilds builds;

    JdbcTrialQueries(JdbcClient jdbc, AsOfResolver points, StudyBuilds builds) {
        this.jdbc = jdbc;
        this.points = points;
        this.builds = builds;
    }

    @Override
    public List<TrialSummary> trials() {
        return jdbc.sql("select trial from read.trial order by name, trial").query(String.class).list().stream()
                .flatMap(trial -> trial(trial).stream())
                .toList();
    }

    @Override
    public Optional<TrialSummary> trial(String trial) {
        return trial(points.now(trial));
    }

    @Override
    public Optional<TrialSummary> trial(AsOf asOf) {
        List<ProtocolVersionRow> versions = protocolVersions(asOf);
        return AsOfSql.query(jdbc, """
                        select t.name, t.kind, s.status from read.trial t
                        join read.trial_status s on s.trial = t.trial and %s
                        where t.trial = :trial and t.valid_from < :size
                        """.formatted(holds("s")), asOf)
                .query((row, number) -> new TrialSummary(
                        asOf.trial(),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("status"),
                        asOf.trial(),
                        asOf.treeSize(),
                        versions))
                .optional();
    }

    private List<ProtocolVersionRow> protocolVersions(AsOf asOf) {
        return AsOfSql.query(jdbc, """
                        select v.version, b.name, %s from read.protocol_version v
                        join read.entry e on e.ledger = v.trial and e.leaf_index = v.valid_from
                        left join lateral (
                            select name from read.study_build
                            where trial = v.trial and protocol_version = v.version and valid_from < :size
                            order by valid_from desc limit 1) b on true
                        where v.trial = :trial and v.valid_from < :size order by v.valid_from
                        """.formatted(ProvenanceColumns.of("e")), asOf)
                .query((row, number) -> new ProtocolVersionRow(
                        row.getString("version"),
                        Optional.ofNullable(row.getString("name")).orElse(row.getString("version")),
                        ProvenanceColumns.read(row, "e")))
                .list();
    }

    @Override
    public List<StudyBuildRow> builds(AsOf asOf) {
        return AsOfSql.query(jdbc, """
                        select b.build, b.metadata_oid, b.name, b.protocol_version, %s from read.study_build b
                        join read.entry e on e.ledger = b.trial and e.leaf_index = b.valid_from
                        where b.trial = :trial and b.valid_from < :size order by b.valid_from
                        """.formatted(ProvenanceColumns.of("e")), asOf)
                .query((row, number) -> new StudyBuildRow(
                        row.getString("build"),
                        row.getString("metadata_oid"),
                        row.getString("name"),
                        row.getString("protocol_version"),
                        ProvenanceColumns.read(row, "e")))
                .list();
    }

    @Override
    public Optional<StudyBuild> build(String hash) {
        return builds.find(hash);
    }

    @Override
    public Optional<StudyBuild> latestBuild(AsOf asOf) {
        List<StudyBuildRow> published = builds(asOf);
        return published.isEmpty()
                ? Optional.empty()
                : builds.find(published.getLast().hash());
    }
}
