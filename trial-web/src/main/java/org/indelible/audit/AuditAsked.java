package org.indelible.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.readmodel.audit.AuditCursor;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditFilter.Field;
import org.indelible.readmodel.audit.AuditOrder;
import org.indelible.readmodel.audit.AuditSearch;
import org.indelible.readmodel.audit.AuditWindow;

/**
 * What the address of the audit trail asks for.
 *
 * @param values by parameter, all of {@link #PARAMETERS}; empty where nothing is asked
 */
record AuditAsked(Map<String, String> values) {
    static final List<String> PARAMETERS = List.of(
            "q",
            "participant",
            "site",
            "event",
            "eventKey",
            "form",
            "formKey",
            "item",
            "by",
            "role",
            "act",
            "reason",
            "from",
            "to",
            "sort",
            "after",
            "before");

    private static final Map<String, Field> FIELDS = Map.of(
            "participant", Field.PARTICIPANT,
            "site", Field.SITE,
            "event", Field.EVENT,
            "eventKey", Field.EVENT_KEY,
            "form", Field.FORM,
            "formKey", Field.FORM_KEY,
            "item", Field.ITEM,
            "by", Field.BY,
            "role", Field.ROLE,
            "reason", Field.REASON);

    private static final Set<String> NO_FILTERS = Set.of("sort", "after", "before");

    public String value(String parameter) {
        return values.getOrDefault(parameter, "").strip();
    }

    /** @param people accounts that acted in the trial, with their names */
    AuditFilter filter(AuditWords words, Map<String, String> people, ZoneId zone) {
        AuditFilter filter = AuditFilter.none();
        for (Map.Entry<String, Field> field : FIELDS.entrySet()) {
            filter = filter.with(field.getValue(), Optional.of(value(field.getKey())));
        }
        filter = filter.ofTypes(AuditAct.of(value("act")).map(AuditAct::types).orElse(Set.of()))
                .between(day(value("from"), zone, 0), day(value("to"), zone, 1));
        return value("q").isEmpty() ? filter : filter.searching(search(value("q"), words, people));
    }

    private static AuditSearch search(String text, AuditWords words, Map<String, String> people) {
        Set<String> accounts = people.entrySet().stream()
                .filter(person -> AuditWords.holds(person.getValue(), text))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new AuditSearch(text, accounts, words.items(text), words.forms(text), words.types(text));
    }

    private static Optional<Instant> day(String text, ZoneId zone, int after) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)
                            .plusDays(after)
                            .atStartOfDay(zone)
                            .toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** Days that are none: a filter that was not understood is said, not passed over. */
    public List<String> notUnderstood() {
        return Stream.of("from", "to")
                .filter(name -> !value(name).isEmpty()
                        && day(value(name), ZoneOffset.UTC, 0).isEmpty())
                .toList();
    }

    AuditOrder order() {
        String key = value("sort").replaceFirst("^-", "");
        return Stream.of(AuditOrder.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .orElse(AuditOrder.TIME);
    }

    /** Newest first, unless asked otherwise. */
    boolean descending() {
        return value("sort").isEmpty() || value("sort").startsWith("-");
    }

    AuditWindow window(int entries) {
        Optional<AuditCursor> before = AuditCursor.parse(value("before"));
        return new AuditWindow(
                order(), descending(), before.or(() -> AuditCursor.parse(value("after"))), before.isPresent(), entries);
    }

    public boolean narrows() {
        return values.entrySet().stream()
                .anyMatch(entry -> !NO_FILTERS.contains(entry.getKey())
                        && !entry.getValue().isBlank());
    }

    /** What was chosen, for the record of an export. */
    String inWords() {
        return values.entrySet().stream()
                .filter(entry -> !NO_FILTERS.contains(entry.getKey())
                        && !entry.getValue().isBlank())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
