package org.indelible.readmodel.participant;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.indelible.readmodel.ProvenanceColumns;

/** Participants with their site, status and build at a point. */
final class ParticipantSql {
    private ParticipantSql() {}

    private static final String STATUS = """
            select k.what, k.valid_from as entry from read.milestone k
            where k.trial = p.trial and k.participant = p.participant and k.valid_from < :size and k.rank > 0
            order by k.rank desc, k.valid_from desc limit 1""";

    private static final String FOUND = """
            from read.participant p
            join read.participant_site s on s.trial = p.trial and s.participant = p.participant and %s
            where p.trial = :trial and %s and %s
              and (cast(:keys as text[]) is null or p.participant = any (:keys))
              and (cast(:site as text) is null or s.site = :site)
              and (cast(:status as text) is null or (select m.what from (%s) m) = :status)
              and (cast(:search as text) is null or strpos(lower(p.participant), lower(:search)) > 0)
            """.formatted(holds("s"), holds("p"), visible("p"), STATUS);

    static final String COUNT = "select count(*) " + FOUND;

    static final String COUNT_BY_STATUS = "select m.what, count(*) as participants from (select p.trial, p.participant "
            + FOUND + ") p join lateral (" + STATUS + ") m on true group by m.what order by m.what";

    /** The page is cut first; what a row shows besides is looked up for its rows only. */
    static String select(ParticipantOrder order, boolean descending) {
        boolean byStatus = order == ParticipantOrder.STATUS || order == ParticipantOrder.SINCE;
        String cut = byStatus
                ? "select p.trial, p.participant, p.site, m.what, m.entry from (select p.trial, p.participant, s.site "
                        + FOUND + ") p join lateral (" + STATUS + ") m on true"
                : "select p.trial, p.participant, s.site " + FOUND;
        return """
                with page as (select * from (%s) q order by %s limit :limit offset :offset)
                select p.participant, p.site, b.build, m.what, c.obtained_at, %s
                from page p
                join lateral (%s) m on true
                join read.entry e on e.ledger = p.trial and e.leaf_index = m.entry
                left join lateral (
                    select b.build from read.participant_build b
                    where b.trial = p.trial and b.participant = p.participant and %s limit 1) b on true
                left join lateral (
                    select c.obtained_at from read.consent c
                    where c.trial = p.trial and c.participant = p.participant and %s limit 1) c on true
                order by %s
                """.formatted(
                        cut,
                        order.sql(descending),
                        ProvenanceColumns.of("e"),
                        STATUS,
                        holds("b"),
                        holds("c"),
                        order.sql(descending)
                                .replace("q.what", "m.what")
                                .replace("q.entry", "m.entry")
                                .replace("q.", "p."));
    }

    static ParticipantRow read(ResultSet row, int number) throws SQLException {
        return new ParticipantRow(
                row.getString("participant"),
                row.getString("site"),
                row.getString("what"),
                ProvenanceColumns.read(row, "e"),
                Optional.ofNullable(row.getString("obtained_at"))
                        .map(OffsetDateTime::parse)
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("build")));
    }
}
