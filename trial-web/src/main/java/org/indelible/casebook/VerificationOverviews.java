package org.indelible.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.indelible.anchoring.primitive.Sha256;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.indelible.trial.VerificationPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far verification has come, participant by participant, against the plan. */
@Repository
class VerificationOverviews {
    private static final int PERCENT = 100;
    private static final String ORDINAL = """
            select count(*) from read.participant o
            join read.participant_site x on x.trial = o.trial and x.participant = o.participant and x.valid_from = o.valid_from
            where o.trial = p.trial and x.site = r.site and o.valid_from <= p.valid_from""";
    private static final String PARTICIPANTS = """
            from read.participant p
            join read.participant_site r on r.trial = p.trial and r.participant = p.participant and r.valid_from = p.valid_from
            join read.participant_site s on s.trial = p.trial and s.participant = p.participant and %s
            where p.trial = :trial and %s and %s and (cast(:site as text) is null or s.site = :site)
            """.formatted(holds("s"), holds("p"), visible("p"));
    private static final String LIST = """
            with page as (select p.trial, p.participant, s.site, (%s) as ordinal %s order by p.participant limit :limit offset :offset),
            items as (
                select i.participant, count(*) as items,
                       count(*) filter (where i.item = any (:critical)) as critical,
                       count(*) filter (where v.seq = i.seq) as verified,
                       count(*) filter (where v.seq = i.seq and i.item = any (:critical)) as critical_verified,
                       count(*) filter (where v.seq <> i.seq) as changed
                from read.item i
                left join read.verification v on
                    (v.trial, v.participant, v.event, v.event_key, v.form, v.form_key, v.item_group, v.group_key, v.item)
                  = (i.trial, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item) and %s
                where i.trial = :trial and i.participant in (select participant from page) and i.kind <> 'inactivated' and %s
                group by i.participant)
            select page.*, coalesce(i.items, 0) as items, coalesce(i.critical, 0) as critical, coalesce(i.verified, 0) as verified,
                   coalesce(i.critical_verified, 0) as critical_verified, coalesce(i.changed, 0) as changed
            from page left join items i using (participant) order by page.participant
            """.formatted(ORDINAL, PARTICIPANTS, holds("v"), holds("i"));

    private final JdbcClient jdbc;

    VerificationOverviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param everything whether the plan asks for every value of the participant, rather than for what is critical
     * @param toVerify values that the plan asks for
     * @param verified of those, as they stand
     * @param changed values that were verified once and changed since
     */
    record Line(String participant, String site, boolean everything, long toVerify, long verified, long changed) {
        public long percent() {
            return toVerify == 0 ? PERCENT : verified * PERCENT / toVerify;
        }
    }

    List<Line> lines(
            AsOf asOf, Visibility visibility, VerificationPlan plan, StudyBuild build, String site, Slice slice) {
        String[] critical = build.items().stream()
                .filter(ItemDef::critical)
                .map(ItemDef::oid)
                .toArray(String[]::new);
        return AsOfSql.query(jdbc, LIST, asOf, visibility)
                .param("critical", critical)
                .param("site", site.isEmpty() ? null : site)
                .param("limit", slice.limit())
                .param("offset", slice.offset())
                .query((row, n) -> {
                    String key = row.getString("participant");
                    boolean everything = everything(plan, row.getLong("ordinal"), key);
                    boolean some = everything || plan.criticalOfAll();
                    return new Line(
                            key,
                            row.getString("site"),
                            everything,
                            everything ? row.getLong("items") : some ? row.getLong("critical") : 0,
                            everything ? row.getLong("verified") : some ? row.getLong("critical_verified") : 0,
                            row.getLong("changed"));
                })
                .list();
    }

    long count(AsOf asOf, Visibility visibility, String site) {
        return AsOfSql.query(jdbc, "select count(*) " + PARTICIPANTS, asOf, visibility)
                .param("site", site.isEmpty() ? null : site)
                .query(Long.class)
                .single();
    }

    /** Whether the plan asks for every value of this participant. */
    boolean everythingOf(AsOf asOf, VerificationPlan plan, String participant) {
        return AsOfSql.query(
                        jdbc,
                        "select (" + ORDINAL + ") " + PARTICIPANTS + " and p.participant = :key",
                        asOf,
                        Visibility.pseudonymous())
                .param("site", null)
                .param("key", participant)
                .query(Long.class)
                .optional()
                .map(ordinal -> everything(plan, ordinal, participant))
                .orElse(true);
    }

    private static boolean everything(VerificationPlan plan, long ordinal, String participant) {
        return ordinal <= plan.firstParticipants() || drawn(plan, participant);
    }

    /** By a draw that nobody chose: the digest of the plan's random text and the participant's key. */
    private static boolean drawn(VerificationPlan plan, String participant) {
        byte[] digest = Sha256.of((plan.draw() + '\n' + participant).getBytes(StandardCharsets.UTF_8));
        int number = (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | digest[2] & 0xff;
        return number % PERCENT < plan.percentAfter();
    }
}
