package org.indelible.readmodel.worklist;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.VisitWindow;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that were not begun. A window is counted from the date in an item of another visit. */
@Repository
public class VisitWindows {
    /** Participants who still come, have an anchor date, and did not begin the visit. */
    private static final String SELECT = """
            select a.participant, a.value, a.valid_from, s.site
            from read.item a
            join read.participant_site s on s.trial = a.trial and s.participant = a.participant and %s
            where a.trial = :trial and a.participant = any (:participants) and a.event = :anchorEvent
              and a.form = :anchorForm and a.item_group = :anchorGroup and a.item = :anchorItem and a.value is not null and %s and %s
              and not exists (select from read.visit v where v.trial = a.trial and v.participant = a.participant
                              and v.event = :event and v.valid_from < :size)
              and not exists (select from read.form_change f where f.trial = a.trial and f.participant = a.participant
                              and f.event = :event and f.valid_from < :size)
              and not exists (select from read.milestone m where m.trial = a.trial and m.participant = a.participant
                              and m.valid_from < :size and (m.rank >= 8 or m.what = 'screen-failed'))
            """.formatted(holds("s"), holds("a"), visible("a"));

    private final JdbcClient jdbc;
    private final TrialQueries trials;
    private final Clock clock;

    VisitWindows(JdbcClient jdbc, TrialQueries trials, Clock clock) {
        this.jdbc = jdbc;
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * A visit that was not begun.
     *
     * @param closes the last day of its window
     * @param entry the entry that holds the date it is counted from
     */
    public record Awaited(String participant, String site, String event, String name, LocalDate closes, long entry) {}

    /** Those of these participants that are overdue on the day of the last entry shown, or today. */
    public List<Awaited> overdue(AsOf asOf, Visibility visibility, Collection<String> participants) {
        LocalDate day = asOf.past()
                ? asOf.lastEntryAt()
                        .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate())
                        .orElse(LocalDate.EPOCH)
                : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return awaited(asOf, visibility, participants).stream()
                .filter(visit -> day.isAfter(visit.closes()))
                .toList();
    }

    /** Those of these participants, whether or not their window has closed. */
    public List<Awaited> awaited(AsOf asOf, Visibility visibility, Collection<String> participants) {
        Optional<StudyBuild> build = trials.latestBuild(asOf);
        return build.stream()
                .flatMap(b -> b.studyEvents().stream())
                .flatMap(event -> event.window().stream()
                        .flatMap(window -> awaited(asOf, visibility, participants, event, window)))
                .toList();
    }

    private Stream<Awaited> awaited(
            AsOf asOf,
            Visibility visibility,
            Collection<String> participants,
            StudyEventDef event,
            VisitWindow window) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("participants", participants.toArray(String[]::new))
                .param("event", event.oid())
                .param("anchorEvent", window.anchor().eventOid())
                .param("anchorForm", window.anchor().formOid())
                .param("anchorGroup", window.anchor().itemGroupOid())
                .param("anchorItem", window.anchor().itemOid())
                .query((row, number) -> new Anchored(
                        row.getString("participant"),
                        row.getString("site"),
                        date(row.getString("value")),
                        row.getLong("valid_from")))
                .list()
                .stream()
                .flatMap(anchored -> anchored.date().map(window::closes).stream()
                        .map(closes -> new Awaited(
                                anchored.participant(),
                                anchored.site(),
                                event.oid(),
                                event.name(),
                                closes,
                                anchored.entry())));
    }

    private record Anchored(String participant, String site, Optional<LocalDate> date, long entry) {}

    /** A partial date anchors nothing. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException partial) {
            return Optional.empty();
        }
    }
}
