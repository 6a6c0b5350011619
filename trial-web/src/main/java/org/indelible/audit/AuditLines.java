package org.indelible.audit;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.audit.AuditPlace;
import org.indelible.readmodel.audit.AuditPlaces;
import org.indelible.readmodel.audit.AuditRow;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Tells rows of the audit trail in plain words. */
@Component
public class AuditLines {
    /** Of one entry; a long form would push all else off the page. */
    private static final int PER_ENTRY = 12;

    private final AuditPlaces places;
    private final Say say;

    AuditLines(AuditPlaces places, Say say) {
        this.places = places;
        this.say = say;
    }

    List<AuditLine> of(TrialPage page, List<AuditRow> rows, AuditWords words) {
        return of(page, rows, words, PER_ENTRY);
    }

    /** @param perEntry how many rows of one entry are told; of the others their number is */
    public List<AuditLine> of(TrialPage page, List<AuditRow> rows, AuditWords words, int perEntry) {
        words.learn(rows.stream().map(row -> row.provenance().by()).collect(Collectors.toSet()));
        Map<Long, AuditPlace> where = places.of(page.asOf(), page.visibility(), rows);
        Map<Long, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.provenance().entry(), 1, Integer::sum));
        Map<Long, Integer> told = new HashMap<>();
        List<AuditLine> lines = new ArrayList<>();
        for (AuditRow row : rows) {
            long entry = row.provenance().entry();
            int number = told.merge(entry, 1, Integer::sum);
            if (number <= perEntry) {
                int more = number == perEntry ? counts.getOrDefault(entry, number) - perEntry : 0;
                lines.add(line(page, row, words, Optional.ofNullable(where.get(entry)), number == 1, more));
            }
        }
        return lines;
    }

    private AuditLine line(
            TrialPage page, AuditRow row, AuditWords words, Optional<AuditPlace> where, boolean first, int more) {
        String item = row.dataPoint().map(DataPoint::item).orElse("");
        return new AuditLine(
                first,
                row.provenance().entry(),
                row.provenance().recordedAt(),
                row.provenance().enteredAt().filter(at -> toldApart(at, row)),
                words.name(row.provenance().by()),
                row.provenance().role(),
                row.provenance().organisation(),
                row.provenance().originator(),
                row.provenance().site().orElse(""),
                row.participant().orElse(""),
                row.what(),
                row.kind().orElse(""),
                row.dataPoint()
                        .map(point -> words.item(point.item()))
                        .or(() -> where.flatMap(AuditPlace::item).map(words::item))
                        .orElse(""),
                place(row, where, words),
                words.value(row.before(), item),
                words.value(row.after(), item),
                where.flatMap(AuditPlace::detail).orElse(""),
                row.reason().map(reason -> reason.category()).orElse(""),
                row.reason().map(reason -> text(reason.text())).orElse(""),
                where.flatMap(AuditPlace::words).map(this::text).orElse(""),
                history(page, row),
                more);
    }

    /** Both times are told where they differ as they are written. */
    private static boolean toldApart(OffsetDateTime entered, AuditRow row) {
        return !entered.toInstant()
                .truncatedTo(ChronoUnit.MINUTES)
                .equals(row.provenance().recordedAt().truncatedTo(ChronoUnit.MINUTES));
    }

    private String text(Disclosable<String> text) {
        return text.present().orElseGet(() -> say.message("value.erased"));
    }

    private static String place(AuditRow row, Optional<AuditPlace> where, AuditWords words) {
        Optional<String> form = row.dataPoint().map(DataPoint::form).or(() -> where.flatMap(AuditPlace::form));
        Optional<String> event = row.dataPoint().map(DataPoint::event).or(() -> where.flatMap(AuditPlace::event));
        return Stream.of(form.map(words::form), event.map(words::event))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private static String history(TrialPage page, AuditRow row) {
        if (row.dataPoint().isEmpty() || row.participant().isEmpty()) {
            return "";
        }
        DataPoint point = row.dataPoint().get();
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(page.link("/participants/"
                        + UriUtils.encodePathSegment(row.participant().get(), StandardCharsets.UTF_8)
                        + "/history"))
                .queryParam("event", "{event}")
                .queryParam("form", "{form}")
                .queryParam("group", "{group}")
                .queryParam("item", "{item}");
        Map<String, String> values = new HashMap<>(
                Map.of("event", point.event(), "form", point.form(), "group", point.group(), "item", point.item()));
        point.eventKey().ifPresent(key -> values.put("eventKey", key));
        point.formKey().ifPresent(key -> values.put("formKey", key));
        point.groupKey().ifPresent(key -> values.put("groupKey", key));
        values.keySet().stream()
                .filter(name -> name.endsWith("Key"))
                .forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(values).toUriString();
    }
}
