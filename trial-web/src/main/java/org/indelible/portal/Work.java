package org.indelible.portal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.Slice;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.readmodel.worklist.WorkItem;
import org.indelible.readmodel.worklist.WorkListQueries;
import org.indelible.security.RouteRules;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What to do next, told with why and since when; every line leads to where it is done. */
@Component
class Work {
    private static final int LINES = 40;

    private final TrialQueries trials;
    private final WorkListQueries work;
    private final AsOfResolver points;
    private final Clock clock;
    private final WorkWords words;
    private final Say say;

    Work(TrialQueries trials, WorkListQueries work, AsOfResolver points, Clock clock, WorkWords words, Say say) {
        this.trials = trials;
        this.work = work;
        this.points = points;
        this.clock = clock;
        this.words = words;
        this.say = say;
    }

    List<TrialWork> of(SignedInPerson person) {
        if (!RouteRules.permits(HttpMethod.GET, "/trials", person.role())) {
            return List.of();
        }
        return trials.trials().stream()
                .filter(trial -> person.covers(new TrialId(trial.trial())))
                .map(trial -> of(person, trial))
                .toList();
    }

    private TrialWork of(SignedInPerson person, TrialSummary trial) {
        AsOf now = points.now(trial.trial());
        LocalDate today = today(now);
        Visibility visibility = Readers.visibility(person);
        Map<WorkItem.Kind, Long> counts = work.counts(now, visibility, today);
        List<WorkLine> lines = work.work(now, visibility, today, Optional.empty(), new Slice(0, LINES)).stream()
                .map(item -> line(trial.trial(), item, today))
                .toList();
        long all = counts.values().stream().mapToLong(n -> n).sum();
        return new TrialWork(trial.trial(), trial.name(), trial.kind(), counts, lines, all - lines.size());
    }

    /** Where times are enacted, today is the day of the last entry. */
    LocalDate today(AsOf now) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return now.lastEntryAt()
                .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                .filter(last -> last.isAfter(today))
                .orElse(today);
    }

    WorkLine line(String trial, WorkItem item, LocalDate today) {
        return new WorkLine(
                item.kind(),
                state(item.kind()),
                item.participant().orElse(""),
                words.what(trial, item),
                words.why(trial, item),
                say.message("work.since", say.day(item.since()), say.days(item.since(), today)),
                href(trial, item));
    }

    private static String href(String trial, WorkItem item) {
        String base = "/trials/" + trial;
        if (item.participant().isEmpty()) {
            return base + "/sites/" + UriUtils.encodePathSegment(item.site(), StandardCharsets.UTF_8)
                    + (item.kind() == WorkItem.Kind.BUILD_BEHIND ? "/amendment" : "");
        }
        String casebook = base + "/participants/"
                + UriUtils.encodePathSegment(item.participant().get(), StandardCharsets.UTF_8);
        if (item.event().isEmpty() || item.form().isEmpty()) {
            return casebook;
        }
        return UriComponentsBuilder.fromUriString(casebook + "/form")
                .queryParam("event", "{event}")
                .queryParam("eventKey", "{eventKey}")
                .queryParam("form", "{form}")
                .queryParam("formKey", "{formKey}")
                .encode()
                .buildAndExpand(
                        item.event().get(),
                        item.eventKey().orElse(""),
                        item.form().get(),
                        item.formKey().orElse(""))
                .toUriString();
    }

    private static String state(WorkItem.Kind kind) {
        return switch (kind) {
            case VISIT_OVERDUE -> "overdue";
            case SITE_WITHOUT_APPROVAL -> "missing";
            case SIGNATURE_STALE -> "stale";
            case QUERY_OPEN -> "query";
            case FORM_OPEN -> "in-progress";
            case SITE_WITHOUT_ACTIVATION -> "empty";
            case RECONSENT_DUE -> "missing";
            case BUILD_BEHIND -> "in-progress";
            case SCREEN_FAILURE -> "not-done";
            case WITHDRAWAL -> "withdrawn";
            case DRAFT_LEFT -> "in-progress";
        };
    }
}
