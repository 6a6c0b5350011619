package org.indelible.readmodel.amendment;

import static org.indelible.readmodel.AsOfSql.holds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.indelible.protocols.build.CodeListEntry;
import org.indelible.protocols.diff.BuildChange;
import org.indelible.protocols.diff.Kind;
import org.indelible.protocols.diff.StudyBuildDiff;
import org.indelible.protocols.diff.Subject;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.amendment.Impact.Counts;
import org.indelible.readmodel.amendment.Impact.OfChange;
import org.indelible.readmodel.amendment.Impact.OfSite;
import org.indelible.readmodel.amendment.Impact.Values;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Counts what an amendment touches (R59, R61): in the database, in a few passes whatever the number of changes. */
@Repository
public class Impacts {
    /** Begun instances of the forms named, each with its site and whether a signature in force covers it. */
    private static final String BEGUN = """
            with begun as (
                select distinct i.participant, i.event, i.event_key, i.form, i.form_key
                from read.item i
                where i.trial = :trial and i.kind <> 'inactivated' and i.form = any (:forms) and %1$s),
            valid as (
                select g.participant, g.event, g.event_key, g.form, g.form_key, g.valid_from from read.signature g
                where g.trial = :trial and g.valid_from < :size
                  and not exists (
                      select from read.form_change c
                      where c.trial = g.trial and c.participant = g.participant
                        and c.valid_from > g.valid_from and c.valid_from < :size
                        and (g.event is null or (c.event, c.event_key) = (g.event, g.event_key))
                        and (g.form is null or (c.form, c.form_key) = (g.form, g.form_key))))
            """.formatted(holds("i"));

    private static final String COVERS = """
            v.participant = b.participant
            and (v.event is null or (v.event, v.event_key) = (b.event, b.event_key))
            and (v.form is null or (v.form, v.form_key) = (b.form, b.form_key))
            """;
    private static final String SITES = BEGUN + """
            select s.site, count(distinct b.participant) as participants, count(*) as forms,
                   count(*) filter (where exists (select from valid v where %1$s)) as signed
            from begun b
            join read.participant_site s on s.trial = :trial and s.participant = b.participant and %2$s
            group by s.site order by s.site
            """.formatted(COVERS, holds("s"));
    private static final String SIGNATURES =
            BEGUN + "select count(*) from valid v where exists (select from begun b where " + COVERS + ")";
    private static final String QUERIES = """
            select count(*) from read.query q
            join read.query_turn t on t.trial = q.trial and t.participant = q.participant and t.query = q.query
              and t.status in ('open', 'answered') and %s
            where q.trial = :trial and q.valid_from < :size and q.form = any (:forms)
            """.formatted(holds("t"));
    private static final String FORMS = """
            select form, count(*) as number from (
                select distinct i.participant, i.event, i.event_key, i.form, i.form_key from read.item i
                where i.trial = :trial and i.kind <> 'inactivated' and %s) b
            group by form
            """.formatted(holds("i"));
    private static final String GROUPS = """
            select item_group, count(*) as number from (
                select distinct i.participant, i.event, i.event_key, i.form, i.form_key, i.item_group from read.item i
                where i.trial = :trial and i.kind <> 'inactivated' and %s) b
            group by item_group
            """.formatted(holds("i"));
    private static final String VISITS = """
            select v.event, count(*) as number from read.visit v
            where v.trial = :trial and v.null_flavour is null and %s group by v.event
            """.formatted(holds("v"));
    private static final String VALUES = """
            select i.form, i.item_group, i.item, count(*) as number from read.item i
            where i.trial = :trial and i.kind <> 'inactivated' and %s group by i.form, i.item_group, i.item
            """.formatted(holds("i"));
    private static final String CODED = """
            select count(*) from read.item i
            where i.trial = :trial and i.kind <> 'inactivated' and i.item = any (:items) and i.value = :code and %s
            """.formatted(holds("i"));
    private static final String UNDERWAY = """
            select count(*) from read.participant p
            where p.trial = :trial and p.valid_from < :size and not exists (
                select from read.milestone m where m.trial = p.trial and m.participant = p.participant
                and m.valid_from < :size
                and m.what in ('screen-failed', 'completed', 'lost-to-follow-up', 'withdrawn', 'died'))
            """;

    private final JdbcClient jdbc;

    Impacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Impact of(StudyBuildDiff diff, AsOf asOf) {
        AffectedPlaces places = new AffectedPlaces(diff);
        Counts counts = new Counts(
                numbers(FORMS, "form", asOf),
                numbers(GROUPS, "item_group", asOf),
                numbers(VISITS, "event", asOf),
                values(asOf));
        List<OfChange> changes = diff.substance().stream()
                .map(change -> ofChange(change, places, counts, asOf))
                .toList();
        List<OfSite> sites = sites(places.touchedForms(), asOf);
        Set<String> items = new HashSet<>();
        diff.substance().forEach(change -> items.addAll(places.itemsOf(change)));
        return new Impact(
                asOf.treeSize(),
                AsOfSql.query(jdbc, UNDERWAY, asOf).query(Long.class).single(),
                sites.stream().mapToLong(OfSite::participants).sum(),
                sites.stream().mapToLong(OfSite::forms).sum(),
                sum(counts.values(), value -> items.contains(value.item()) || !places.remains(value)),
                sum(counts.values(), value -> !places.remains(value)),
                count(SIGNATURES, places.touchedForms(), asOf),
                count(QUERIES, places.touchedForms(), asOf),
                sites,
                changes);
    }

    private OfChange ofChange(BuildChange change, AffectedPlaces places, Counts counts, AsOf asOf) {
        if (change.subject().kind() == Kind.EVENT) {
            return new OfChange(
                    change, counts.visits().getOrDefault(change.subject().oid(), 0L), 0);
        }
        Subject place = places.placeOf(change);
        if (place.kind() == Kind.ITEM_GROUP) {
            return new OfChange(
                    change,
                    counts.groups().getOrDefault(place.oid(), 0L),
                    valuesOf(change, places.itemsOf(change), places, counts, asOf));
        }
        Set<String> forms = places.formsOf(change);
        Set<String> items = places.itemsOf(change);
        long begun = forms.stream()
                .mapToLong(form -> counts.forms().getOrDefault(form, 0L))
                .sum();
        return new OfChange(change, begun, valuesOf(change, items, places, counts, asOf));
    }

    /** Of a changed code, the values that hold it. */
    private long valuesOf(BuildChange change, Set<String> items, AffectedPlaces places, Counts counts, AsOf asOf) {
        Optional<String> code = switch (change) {
            case BuildChange.DecodeChanged decode -> Optional.of(decode.codedValue());
            case BuildChange.CodeChanged changed ->
                changed.was().map(CodeListEntry::codedValue).or(() -> Optional.of(""));
            default -> Optional.empty();
        };
        return code.filter(value -> places.countable(items))
                .map(value -> coded(items, value, asOf))
                .orElseGet(() -> sum(counts.values(), value -> items.contains(value.item())));
    }

    private long coded(Set<String> items, String code, AsOf asOf) {
        return AsOfSql.query(jdbc, CODED, asOf)
                .param("items", items.toArray(String[]::new))
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private static long sum(List<Values> values, Predicate<Values> which) {
        return values.stream().filter(which).mapToLong(Values::count).sum();
    }

    private long count(String sql, Set<String> forms, AsOf asOf) {
        return named(sql, forms, asOf).query(Long.class).single();
    }

    private StatementSpec named(String sql, Set<String> forms, AsOf asOf) {
        return AsOfSql.query(jdbc, sql, asOf).param("forms", forms.toArray(String[]::new));
    }

    private List<OfSite> sites(Set<String> forms, AsOf asOf) {
        return named(SITES, forms, asOf)
                .query((row, number) -> new OfSite(
                        row.getString("site"),
                        row.getLong("participants"),
                        row.getLong("forms"),
                        row.getLong("signed")))
                .list();
    }

    private Map<String, Long> numbers(String sql, String key, AsOf asOf) {
        Map<String, Long> numbers = new HashMap<>();
        AsOfSql.query(jdbc, sql, asOf)
                .query((row, number) -> numbers.put(row.getString(key), row.getLong("number")))
                .list();
        return numbers;
    }

    private List<Values> values(AsOf asOf) {
        return new ArrayList<>(AsOfSql.query(jdbc, VALUES, asOf)
                .query((row, number) -> new Values(
                        row.getString("form"),
                        row.getString("item_group"),
                        row.getString("item"),
                        row.getLong("number")))
                .list());
    }
}
