package org.indelible.readmodel.auditreview;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import org.indelible.auditreview.AuditView;

/**
 * The views. Each selects the columns of a {@link ReviewLine}; sites are those at which participants were when it was recorded.
 */
final class ReviewSql {
    private static final String IN_PERIOD = """
            e.recorded_at >= :from and e.recorded_at < :until
            and (cast(:ofSites as text[]) is null or e.site = any (:ofSites))
            """;
    private static final String NUMBER = "'^-?[0-9]{1,9}([.][0-9]{1,6})?$'";

    /** Every version of a data point that the reader may know of, with its entry. */
    private static final String ITEMS = """
            from read.item i join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
            where i.trial = :trial and i.valid_from < :size and (:allocation or i.class is distinct from 'A')
              and %s and %s
            """.formatted(visible("i"), IN_PERIOD);

    private static final String ZONE = """
            coalesce((select z.zone from read.site z where z.trial = e.ledger and z.site = e.site and %s), 'UTC')
            """.formatted(holds("z"));

    private static final String FORM_COLUMNS = "i.event, i.event_key, i.form, i.form_key";

    private static final String LATE_ENTRY = """
            select site, participant, null as other, event, event_key, form, form_key, null as item_group, null as group_key,
                   null as item, actor, lag as number, items as of_number, '' as what, recorded_at, entry
            from (
                select e.*, cast(e.recorded_at at time zone %1$s as date) - (
                    select v.on_day from read.visit v
                    where v.trial = :trial and v.participant = e.participant and v.event = e.event
                      and v.event_key = e.event_key and %2$s) as lag
                from (
                    select e.ledger, e.site, e.participant, %3$s, e.actor, e.recorded_at, e.leaf_index as entry, count(*) as items
                    %4$s and i.kind = 'first'
                    group by e.ledger, e.leaf_index, %3$s) e) late
            where lag >= :threshold
            """.formatted(ZONE, holds("v"), FORM_COLUMNS, ITEMS);

    private static final String ODD_HOURS =
            """
            select * from (
                select e.site, e.participant, null as other, null as event, null as event_key, null as form, null as form_key,
                       null as item_group, null as group_key, null as item, e.actor,
                       count(*) over (partition by e.site) as number, count(*) over (partition by e.site, e.actor) as of_number,
                       e.type as what, e.recorded_at, e.leaf_index as entry
                from read.entry e
                where e.ledger = :trial and e.leaf_index < :size and e.participant is not null and e.role = any (:siteRoles)
                  and %s and %s and (:allocation or not exists (
                      select from read.item i where i.trial = e.ledger and i.valid_from = e.leaf_index and i.class = 'A'))
                  and (extract(hour from e.recorded_at at time zone %s) >= 22
                       or extract(hour from e.recorded_at at time zone %s) < 5)) night
            where number >= :threshold
            """.formatted(visible("e").replace("e.trial", "e.ledger"), IN_PERIOD, ZONE, ZONE);

    private static final String MANY_CHANGES = """
            select site, participant, null as other, event, event_key, form, form_key, item_group, group_key, item,
                   actor, number, 0 as of_number, '' as what, recorded_at, entry
            from (
                select e.site, i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group, i.group_key, i.item,
                       e.actor, e.recorded_at, i.valid_from as entry, count(*) over point as number,
                       row_number() over (point order by i.valid_from desc) as newest
                %s and i.kind <> 'first' and (cast(:critical as text[]) is null or i.item = any (:critical))
                window point as (partition by i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group,
                                 i.group_key, i.item)) changed
            where newest = 1 and number >= :threshold
            """.formatted(ITEMS);

    private static final String ABSENT = "i.null_flavour <> 'NOT_APPLICABLE'";

    private static final String MISSING_DATA = """
            select g.site, null as participant, null as other, null as event, null as event_key, g.form, null as form_key,
                   null as item_group, null as group_key, g.item, e.actor, round(100.0 * missing / answers) as number,
                   answers as of_number, '' as what, e.recorded_at, g.entry
            from (
                select e.site, i.form, i.item, count(*) as answers, count(*) filter (where %1$s) as missing,
                       max(i.valid_from) filter (where %1$s) as entry
                %2$s and i.kind <> 'inactivated' and %3$s
                group by e.site, i.form, i.item) g
            join read.entry e on e.ledger = :trial and e.leaf_index = g.entry
            where missing >= 3 and 100.0 * missing / answers >= :threshold
            """.formatted(ABSENT, ITEMS, holds("i"));

    /** What was tried belongs to no site: who sees some sites only sees none of it. */
    private static final String UNAUTHORISED_ATTEMPTS = """
            select * from (
                select cast(null as text) as site, cast(null as text) as participant, null as other, null as event,
                       null as event_key, null as form, null as form_key, null as item_group, null as group_key, null as item,
                       f.account as actor, count(*) over (partition by f.account) as number, 0 as of_number,
                       f.act as what, e.recorded_at, f.valid_from as entry
                from read.forbidden_attempt f
                join read.entry e on e.ledger = 'platform' and e.leaf_index = f.valid_from
                where f.trial = :trial and e.recorded_at >= :from and e.recorded_at < :until
                  and cast(:participantOnly as text) is null and cast(:sites as text[]) is null) tried
            where number >= :threshold
            """;

    private static final String FORM_OF =
            "(%1$s.event, %1$s.event_key, %1$s.form, %1$s.form_key) = (i.event, i.event_key, i.form, i.form_key)";

    /** What was recorded on a form once it was signed, or once it had been frozen or locked and was set free again. */
    private static final String AFTER_SIGN_OR_LOCK =
            """
            select * from (
                select site, participant, null as other, event, event_key, form, form_key, null as item_group, null as group_key,
                       null as item, actor, count(*) over (partition by participant, event, event_key, form, form_key) as number,
                       items as of_number, what, recorded_at, entry
                from (
                    select i.*, case when exists (
                               select from read.signature g
                               where g.trial = :trial and g.participant = i.participant and g.valid_from < i.entry
                                 and (g.event is null or (g.event, g.event_key) = (i.event, i.event_key))
                                 and (g.form is null or (g.form, g.form_key) = (i.form, i.form_key))
                                 and exists (
                                     select from read.form_change f
                                     where f.trial = :trial and f.participant = i.participant
                                       and f.valid_from < g.valid_from and %1$s)) then 'signed'
                           when exists (
                               select from read.form_freeze z
                               where z.trial = :trial and z.participant = i.participant and z.valid_to < i.entry and %2$s)
                             or exists (
                               select from read.part_bar b
                               where b.trial = :trial and b.participant = i.participant and b.valid_to < i.entry
                                 and (b.event = '' or (b.event, b.event_key) = (i.event, i.event_key))
                                 and (b.form = '' or (b.form, b.form_key) = (i.form, i.form_key)))
                             or exists (
                               select from read.casebook_lock l
                               where l.trial = :trial and l.participant = i.participant and l.valid_to < i.entry)
                           then 'unlocked' end as what
                    from (
                        select e.site, e.participant, %3$s, e.actor, e.recorded_at, e.leaf_index as entry, count(*) as items
                        %4$s group by e.ledger, e.leaf_index, %3$s) i) changed
                where what is not null) after
            where number >= :threshold
            """.formatted(FORM_OF.formatted("f"), FORM_OF.formatted("z"), FORM_COLUMNS, ITEMS);

    /**
     * Pairs of participants of a site whose measurements on a form coincide. An item that takes few values in the whole trial says
     * nothing, nor does a form with few measurements. Forms are numbered, those that share a value gathered, and their sizes looked up
     * by number: joins of these are planned as if there were few rows, and take for ever.
     */
    private static final String COPIED_DATA = """
            with varied as materialized (
                select i.item from read.item i
                where i.trial = :trial and i.class = 'V' and i.value ~ %1$s and %2$s
                  and (cast(:measured as text[]) is null or i.item = any (:measured))
                group by i.item having count(distinct i.value collate "C") >= 5),
            measured as materialized (
                select cast(dense_rank() over (order by i.participant, %3$s) as int) as instance, e.site, e.actor, e.recorded_at,
                       i.participant, %3$s, i.item_group, i.group_key, i.item, i.value, i.valid_from
                from read.item i join read.entry e on e.ledger = i.trial and e.leaf_index = i.valid_from
                where i.trial = :trial and i.class = 'V' and i.value ~ %1$s and %2$s and %4$s
                  and i.item in (select item from varied)
                  and (cast(:ofSites as text[]) is null or e.site = any (:ofSites))),
            forms as materialized (
                select instance, participant, event, event_key, form, form_key, count(*) as measurements,
                       max(valid_from) as entry, max(recorded_at) as recorded_at,
                       (array_agg(actor order by valid_from desc))[1] as actor,
                       (array_agg(site order by valid_from desc))[1] as site
                from measured group by instance, participant, event, event_key, form, form_key),
            shared as (
                select array_agg(instance) as instances from measured
                group by site, event, event_key, form, form_key, item_group, group_key, item, value having count(*) > 1),
            alike as materialized (
                select one, two, count(*) as times
                from shared, unnest(instances) one, unnest(instances) two
                where one <> two group by one, two having count(*) > 1),
            near as materialized (
                select one, two, times
                from alike, (select array_agg(measurements order by instance) as sizes from forms) sized
                where sizes[one] >= 4 and 100.0 * times / sizes[one] >= :threshold)
            select b.site, b.participant, a.participant as other, b.event, b.event_key, b.form, b.form_key, null as item_group,
                   null as group_key, null as item, b.actor, round(100.0 * times / b.measurements) as number,
                   b.measurements as of_number, '' as what, b.recorded_at, b.entry
            from near
            join forms b on b.instance = one
            join forms a on a.instance = two
            where a.entry < b.entry and b.recorded_at >= :from and b.recorded_at < :until
            """.formatted(NUMBER, holds("i"), FORM_COLUMNS, visible("i"));

    /**
     * Last digits that are not as often as one another: chi-squared against the uniform distribution with 9 degrees of freedom, beyond
     * the 0.1 per cent point. Only where the measurements spread over more than ten of their last digits, as it says nothing else.
     */
    private static final String DIGIT_PREFERENCE = """
            with measured as (
                select e.site, i.form, i.item, right(i.value, 1) as digit, length(split_part(i.value, '.', 2)) as decimals,
                       cast(replace(i.value, '.', '') as numeric) as steps, e.actor, e.recorded_at, i.valid_from
                %1$s and i.class = 'V' and i.value ~ %2$s and %3$s
                  and (cast(:measured as text[]) is null or i.item = any (:measured))),
            digits as (
                select site, form, item, decimals, digit, count(*) as times from measured
                group by site, form, item, decimals, digit),
            squares as (
                select site, form, item, decimals, sum(times) as n, 10 * sum(times * times) / sum(times) - sum(times) as chi,
                       (array_agg(digit order by times desc, digit))[1] as favourite
                from digits group by site, form, item, decimals),
            spread as (
                select site, form, item, decimals, stddev_pop(steps) as deviation, max(valid_from) as entry,
                       max(recorded_at) as recorded_at, (array_agg(actor order by valid_from desc))[1] as actor
                from measured group by site, form, item, decimals)
            select q.site, null as participant, null as other, null as event, null as event_key, q.form, null as form_key,
                   null as item_group, null as group_key, q.item, p.actor, round(q.chi) as number, q.n as of_number,
                   q.favourite as what, p.recorded_at, p.entry
            from squares q join spread p using (site, form, item, decimals)
            where q.n >= :threshold and p.deviation >= 10 and q.chi > 27.88
            """.formatted(ITEMS, NUMBER, holds("i"));

    private ReviewSql() {}

    static String of(AuditView view) {
        return switch (view) {
            case LATE_ENTRY -> LATE_ENTRY;
            case ODD_HOURS -> ODD_HOURS;
            case MANY_CHANGES -> MANY_CHANGES;
            case MISSING_DATA -> MISSING_DATA;
            case UNAUTHORISED_ATTEMPTS -> UNAUTHORISED_ATTEMPTS;
            case AFTER_SIGN_OR_LOCK -> AFTER_SIGN_OR_LOCK;
            case COPIED_DATA -> COPIED_DATA;
            case DIGIT_PREFERENCE -> DIGIT_PREFERENCE;
        };
    }
}
