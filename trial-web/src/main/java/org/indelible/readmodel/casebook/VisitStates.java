package org.indelible.readmodel.casebook;

import static org.indelible.readmodel.AsOfSql.holds;
import static org.indelible.readmodel.AsOfSql.visible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.Keys;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.participant.VisitStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that were started or marked not done, of these participants. */
@Repository
public class VisitStates {
    private static final String SELECT = """
            select v.participant, v.event, v.event_key, v.on_day, v.null_flavour, %s
            from read.visit v
            join lateral (
                select * from read.entry e where e.ledger = v.trial and e.leaf_index = v.valid_from limit 1) e on true
            where v.trial = :trial and %s and %s and v.participant = any (:participants)
            """.formatted(ProvenanceColumns.of("e"), holds("v"), visible("v"));

    private final JdbcClient jdbc;

    VisitStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nullFlavour of a visit that was not done */
    public record VisitState(
            String participant,
            String event,
            Optional<String> eventKey,
            Optional<LocalDate> on,
            Optional<String> nullFlavour,
            Provenance provenance) {}

    public List<VisitState> of(AsOf asOf, Visibility visibility, Collection<String> participants) {
        return AsOfSql.query(jdbc, SELECT, asOf, visibility)
                .param("participants", participants.toArray(String[]::new))
                .query(VisitStates::read)
                .list();
    }

    private static VisitState read(ResultSet row, int number) throws SQLException {
        return new VisitState(
                row.getString("participant"),
                row.getString("event"),
                Keys.read(row, "event_key"),
                Optional.ofNullable(row.getObject("on_day", LocalDate.class)),
                Optional.ofNullable(row.getString("null_flavour")),
                ProvenanceColumns.read(row, "e"));
    }

    /**
     * What a visit is from what its forms are: what needs attention first, then the least of its forms; in progress while a form it
     * must have was not begun.
     *
     * @param begun OIDs of its forms that were begun
     */
    public static VisitStatus status(
            Optional<VisitState> visit,
            Optional<StudyEventDef> definition,
            Set<String> begun,
            Collection<VisitStatus> forms) {
        if (visit.flatMap(VisitState::nullFlavour).isPresent() && forms.isEmpty()) {
            return VisitStatus.NOT_DONE;
        }
        if (forms.isEmpty()) {
            return visit.isPresent() ? VisitStatus.IN_PROGRESS : VisitStatus.EMPTY;
        }
        for (VisitStatus urgent : List.of(VisitStatus.QUERY, VisitStatus.SIGNATURE_STALE)) {
            if (forms.contains(urgent)) {
                return urgent;
            }
        }
        boolean lacking = definition.stream()
                .flatMap(def -> def.formRefs().stream())
                .filter(ref -> ref.mandatory() && ref.conditionOid().isEmpty())
                .map(Ref::oid)
                .anyMatch(form -> !begun.contains(form));
        VisitStatus least = forms.stream()
                .filter(status -> status != VisitStatus.NOT_DONE)
                .min(Comparator.comparingInt(VisitStates::progress))
                .orElse(VisitStatus.NOT_DONE);
        return lacking || least == VisitStatus.EMPTY ? VisitStatus.IN_PROGRESS : least;
    }

    private static int progress(VisitStatus status) {
        return switch (status) {
            case EMPTY, OVERDUE -> 0;
            case IN_PROGRESS, QUERY, SIGNATURE_STALE -> 1;
            case COMPLETE -> 2;
            case VERIFIED -> 3;
            case SIGNED -> 4;
            case FROZEN -> 5;
            case LOCKED, NOT_DONE -> 6;
        };
    }
}
