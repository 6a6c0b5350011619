package org.indelible.auditreview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.indelible.readmodel.auditreview.ReviewScope;

/**
 * What the address of a view asks for.
 *
 * @param values by parameter, all of {@link #PARAMETERS}; empty where nothing is asked
 */
record ViewAsked(Map<String, String> values) {
    static final List<String> PARAMETERS = List.of("from", "to", "threshold", "site", "page");
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    public String value(String parameter) {
        return values.getOrDefault(parameter, "").strip();
    }

    /** @param now an open end of the period */
    ReviewScope scope(AuditView view, ZoneId zone, Instant now) {
        return new ReviewScope(
                view,
                threshold(view),
                new ReviewPeriod(
                        day("from", zone, 0).orElse(Instant.EPOCH),
                        day("to", zone, 1).orElse(now.plusMillis(1))),
                value("site").isEmpty() ? Set.of() : Set.of(value("site")));
    }

    /** What is no number, or none that the view takes, is the usual one. */
    int threshold(AuditView view) {
        String typed = value("threshold");
        int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : view.usual();
        return number < view.least() || number > view.most() ? view.usual() : number;
    }

    /** Days that are none: said, not passed over. */
    public List<String> notUnderstood() {
        return Stream.of("from", "to")
                .filter(name ->
                        !value(name).isEmpty() && day(name, ZoneOffset.UTC, 0).isEmpty())
                .map(this::value)
                .toList();
    }

    private Optional<Instant> day(String name, ZoneId zone, int after) {
        try {
            return value(name).matches(DAY)
                    ? Optional.of(LocalDate.parse(value(name))
                            .plusDays(after)
                            .atStartOfDay(zone)
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
