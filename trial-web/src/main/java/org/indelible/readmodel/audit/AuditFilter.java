package org.indelible.readmodel.audit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows of the audit trail are wanted: those that fit all that is given.
 *
 * @param fields exact values
 * @param types event types, of which one has to fit; empty for all
 * @param from stored at or after
 * @param to stored before
 */
public record AuditFilter(
        Map<Field, String> fields,
        Set<String> types,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<AuditSearch> search) {
    /** What can be asked for by its exact value. */
    public enum Field {
        PARTICIPANT("coalesce(e.participant, '')", false),
        SITE("coalesce(e.site, '')", false),
        /** Account id. */
        BY("e.actor", false),
        ROLE("e.role", false),
        EVENT("x.event", true),
        EVENT_KEY("x.event_key", true),
        FORM("x.form", true),
        FORM_KEY("x.form_key", true),
        ITEM("x.item", true),
        /** {@code first}, {@code corrected} or {@code inactivated}. */
        KIND("x.kind", true),
        /** Category of the reason, of the item or of the entry. */
        REASON("coalesce(x.reason_category, e.reason_category)", true);

        private final String column;
        private final boolean ofItem;

        Field(String column, boolean ofItem) {
            this.column = column;
            this.ofItem = ofItem;
        }

        String column() {
            return column;
        }

        /** Whether a data point has it, rather than an entry. */
        boolean ofItem() {
            return ofItem;
        }
    }

    public AuditFilter {
        fields = fields.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(fields));
        types = Set.copyOf(types);
    }

    public static AuditFilter none() {
        return new AuditFilter(Map.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static AuditFilter ofParticipant(String participant) {
        return none().with(Field.PARTICIPANT, Optional.of(participant));
    }

    /** An absent or empty value asks for nothing. */
    public AuditFilter with(Field field, Optional<String> value) {
        Map<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(fields);
        value.map(String::strip).filter(text -> !text.isEmpty()).ifPresent(text -> more.put(field, text));
        return new AuditFilter(more, types, from, to, search);
    }

    public AuditFilter ofTypes(Set<String> some) {
        return new AuditFilter(fields, some, from, to, search);
    }

    public AuditFilter between(Optional<Instant> earliest, Optional<Instant> end) {
        return new AuditFilter(fields, types, earliest, end, search);
    }

    public AuditFilter searching(AuditSearch words) {
        return new AuditFilter(fields, types, from, to, Optional.of(words));
    }

    public Optional<String> is(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    public boolean narrows() {
        return !equals(none());
    }

    List<Field> ofItems() {
        return fields.keySet().stream().filter(Field::ofItem).sorted().toList();
    }

    List<Field> ofEntries() {
        return fields.keySet().stream()
                .filter(field -> !field.ofItem())
                .sorted()
                .toList();
    }
}
