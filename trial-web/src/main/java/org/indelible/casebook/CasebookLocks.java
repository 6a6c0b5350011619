package org.indelible.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands against locking the casebooks of a site or of the trial, and what was changed after a lock. */
@Repository
class CasebookLocks {
    private static final String PARTICIPANTS = """
            from read.participant p
            join read.participant_site s on s.trial = p.trial and s.participant = p.participant and %s
            where p.trial = :trial and %s and %s and (cast(:site as text) is null or s.site = :site)
            """.formatted(holds("s"), holds("p"), visible("p"));
    private static final String LIST = """
            with page as (select p.trial, p.participant, s.site %s order by p.participant limit :limit offset :offset)
            select page.*,
                   (select count(*) from read.query_turn t where t.trial = page.trial and t.participant = page.participant
                      and t.status in ('open', 'answered') and %s) as queries,
                   (select count(*) from read.draft_left d where d.trial = page.trial and d.participant = page.participant and %s) as drafts,
                   exists (select from read.casebook_lock l where l.trial = page.trial and l.participant = page.participant and %s) as locked,
                   exists (select from read.unlock_authorisation a
                           where a.trial = page.trial and a.participant = page.participant and %s) as authorised
            from page order by page.participant
            """.formatted(PARTICIPANTS, holds("t"), holds("d"), holds("l"), holds("a"));
    private static final String CHANGED = """
            select i.*, l.valid_to as unlocked, a.account as authorised_by, u.recorded_at as unlocked_at, %s
            from read.casebook_lock l
            join read.item i on i.trial = l.trial and i.participant = l.participant and i.valid_from > l.valid_to
            join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
            join read.entry u on u.ledger = l.trial and u.leaf_index = l.valid_to
            left join read.unlock_authorisation a
              on a.trial = l.trial and a.participant = l.participant and a.valid_to = l.valid_to
            where l.trial = :trial and l.valid_to < :size and i.valid_from < :size and %s
              and not exists (select from read.casebook_lock later where later.trial = l.trial and later.participant = l.participant
                              and later.valid_from > l.valid_from and later.valid_to < i.valid_from)
            order by i.valid_from desc, i.item limit :limit offset :offset
            """.formatted(ProvenanceColumns.of("e"), visible("i"));

    private final JdbcClient jdbc;

    CasebookLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param authorised whether its unlocking is */
    record Line(String participant, String site, long queries, long drafts, boolean locked, boolean authorised) {}

    /**
     * A value recorded, changed or inactivated after its casebook had been locked once (R50).
     *
     * @param authorisedBy account of the investigator who agreed to the unlocking
     */
    record Changed(
            String participant,
            DataPoint point,
            String kind,
            OffsetDateTime unlockedAt,
            Optional<String> authorisedBy,
            Provenance provenance) {}

    long count(AsOf asOf, Visibility visibility, String site) {
        return AsOfSql.query(jdbc, "select count(*) " + PARTICIPANTS, asOf, visibility)
                .param("site", site.isEmpty() ? null : site)
                .query(Long.class)
                .single();
    }

    List<Line> lines(AsOf asOf, Visibility visibility, String site, Slice slice) {
        return AsOfSql.query(jdbc, LIST, asOf, visibility)
                .param("site", site.isEmpty() ? null : site)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((row, n) -> new Line(
                        row.getString("participant"),
                        row.getString("site"),
                        row.getLong("queries"),
                        row.getLong("drafts"),
                        row.getBoolean("locked"),
                        row.getBoolean("authorised")))
                .list();
    }

    /** Newest first. */
    List<Changed> changed(AsOf asOf, Visibility visibility, Slice slice) {
        return AsOfSql.query(jdbc, CHANGED, asOf, visibility)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((row, n) -> new Changed(
                        row.getString("participant"),
                        DataPointColumns.read(row),
                        row.getString("kind"),
                        row.getObject("unlocked_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getString("authorised_by")),
                        ProvenanceColumns.read(row, "e")))
                .list();
    }
}
