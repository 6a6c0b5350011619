package org.indelible.readmodel.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Statements over the audit trail. Only what is asked for stands in them, so that each can use its index; values are parameters. */
final class AuditSql {
    private static final String VISIBLE = """
            (cast(:participantOnly as text) is null or e.participant = :participantOnly)
            and (cast(:sites as text[]) is null or e.site = any (:sites) or exists (
                select from read.participant_site s
                where s.trial = e.ledger and s.participant = e.participant and s.valid_from < :size
                  and (s.valid_to is null or s.valid_to >= :size) and s.site = any (:sites)))
            """;

    /** Each way in which words can fit, found by its index. */
    private static final String SEARCH = """
            e.leaf_index in (
                select f.leaf_index from read.entry f where f.ledger = :trial and coalesce(f.participant, '') = :words
                union all select f.leaf_index from read.entry f where f.ledger = :trial and f.actor = any (:accounts)
                union all select f.leaf_index from read.entry f where f.ledger = :trial and f.type = any (:searched)
                union all select y.valid_from from read.item y where y.trial = :trial and y.item = any (:items)
                union all select y.valid_from from read.item y where y.trial = :trial and y.form = any (:forms)
                union all select y.valid_from from read.item y
                          where y.trial = :trial and y.value is not null and lower(left(y.value, 64)) like :beginning)
            """;

    private AuditSql() {}

    /** Rows of the entries of a window, sort key and entry first. */
    static StatementSpec rows(
            JdbcClient jdbc, AsOf asOf, Visibility visibility, AuditFilter filter, AuditWindow window) {
        String direction = window.readsDescending() ? "desc" : "asc";
        String sorted = window.order() == AuditOrder.TIME ? "" : window.order().column() + ' ' + direction + ", ";
        List<String> conditions = conditions(filter);
        window.from().ifPresent(cursor -> conditions.add(after(window)));
        String items = onItems(filter, "a");
        String sql = """
                with page as materialized (
                    select e.*, %s as sort_key from read.entry e where %s
                    order by %se.leaf_index %s limit :page)
                select a.*, e.sort_key, %s from page e
                join read.audit a on a.ledger = e.ledger and a.leaf_index = e.leaf_index %s
                order by %s e.leaf_index %s, a.event, a.event_key, a.form, a.form_key, a.item_group, a.group_key, a.item
                """.formatted(
                        window.order().column(),
                        String.join(" and ", conditions),
                        sorted,
                        direction,
                        ProvenanceColumns.of("e"),
                        items,
                        sorted.isEmpty() ? "" : "e.sort_key " + direction + ",",
                        direction);
        StatementSpec statement =
                parameters(AsOfSql.query(jdbc, sql, asOf, visibility), filter).param("page", window.entries());
        return window.from()
                .map(cursor -> window.order() == AuditOrder.TIME
                        ? statement.param("cursor", cursor.entry())
                        : statement.param("cursor", cursor.entry()).param("cursorKey", cursor.key()))
                .orElse(statement);
    }

    static StatementSpec count(JdbcClient jdbc, AsOf asOf, Visibility visibility, AuditFilter filter, long limit) {
        String sql = "select count(*) from (select 1 from read.entry e where "
                + String.join(" and ", conditions(filter))
                + " limit :limit) counted";
        return parameters(AsOfSql.query(jdbc, sql, asOf, visibility), filter).param("limit", limit);
    }

    private static String after(AuditWindow window) {
        String than = window.readsDescending() ? "<" : ">";
        return window.order() == AuditOrder.TIME
                ? "e.leaf_index " + than + " :cursor"
                : "(" + window.order().column() + ", e.leaf_index) " + than + " (:cursorKey, :cursor)";
    }

    private static List<String> conditions(AuditFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("e.ledger = :trial", "e.leaf_index < :size", VISIBLE));
        filter.ofEntries().forEach(field -> conditions.add(field.column() + " = :" + name(field)));
        if (!filter.types().isEmpty()) {
            conditions.add("e.type = any (:types)");
        }
        filter.from().ifPresent(from -> conditions.add("e.recorded_at >= :from"));
        filter.to().ifPresent(to -> conditions.add("e.recorded_at < :to"));
        filter.search().ifPresent(search -> conditions.add(SEARCH));
        if (!filter.ofItems().isEmpty()) {
            conditions.add("exists (select from read.item x where x.trial = e.ledger and x.valid_from = e.leaf_index"
                    + onItems(filter, "x") + ")");
        }
        return conditions;
    }

    /** The conditions on a data point, of the rows with this alias. */
    private static String onItems(AuditFilter filter, String alias) {
        StringBuilder conditions = new StringBuilder();
        for (AuditFilter.Field field : filter.ofItems()) {
            String column = alias.equals("x")
                    ? field.column()
                    : field == AuditFilter.Field.REASON
                            ? "coalesce(a.item_reason_category, a.reason_category)"
                            : field.column().replace("x.", alias + '.');
            conditions.append(" and ").append(column).append(" = :").append(name(field));
        }
        return conditions.toString();
    }

    private static StatementSpec parameters(StatementSpec statement, AuditFilter filter) {
        filter.fields().forEach((field, value) -> statement.param(name(field), value));
        if (!filter.types().isEmpty()) {
            statement.param("types", filter.types().toArray(String[]::new));
        }
        filter.from().ifPresent(from -> statement.param("from", from.atOffset(ZoneOffset.UTC)));
        filter.to().ifPresent(to -> statement.param("to", to.atOffset(ZoneOffset.UTC)));
        filter.search()
                .ifPresent(search -> statement
                        .param("words", search.words())
                        .param("accounts", search.accounts().toArray(String[]::new))
                        .param("searched", search.types().toArray(String[]::new))
                        .param("items", search.items().toArray(String[]::new))
                        .param("forms", search.forms().toArray(String[]::new))
                        .param("beginning", search.beginning()));
        return statement;
    }

    private static String name(AuditFilter.Field field) {
        return "f_" + field.name().toLowerCase(Locale.ROOT);
    }
}
