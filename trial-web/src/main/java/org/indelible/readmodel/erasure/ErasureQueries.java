package org.indelible.readmodel.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erasures of a trial as of a point, and who holds a copy from before. */
@Repository
public class ErasureQueries {
    private static final String REQUESTS = """
        select r.request, r.participant, r.kind, r.entry, r.digests, r.fields, r.retained_until,
               r.reason_category, r.reason_digest, s.status, s.reason_category as declined_reason_category,
               s.reason_digest as declined_reason_digest, %s, %s
        from read.erasure_request r
        join read.erasure_status s on s.trial = r.trial and s.request = r.request and %s
        join read.entry e on e.ledger = r.trial and e.leaf_index = r.valid_from
        join read.entry x on x.ledger = s.trial and x.leaf_index = s.valid_from
        where r.trial = :trial and r.valid_from < :size and %s
        order by r.valid_from desc
        """.formatted(
                    ProvenanceColumns.of("e"), ProvenanceColumns.of("x"), AsOfSql.holds("s"), AsOfSql.visible("r"));

    /** What a bundle holds follows from its scope: a site's has everybody who was ever there, a trial's own entries are in all. */
    private static final String RECIPIENTS = """
        select x.*, e.role as as_role, e.organisation as of_organisation, e.recorded_at from read.evidence_export x
        join read.entry e on e.ledger = 'platform' and e.leaf_index = x.valid_from
        where x.trial = :trial and x.tree_size > :entry and not (:class = any (x.withheld))
          and (cast(:participant as text) is null
            or (x.participant is null or x.participant = :participant)
            and (x.site is null or x.site in (
                select p.site from read.participant_site p
                where p.trial = :trial and p.participant = :participant)))
          and (cast(:before as timestamptz) is null or e.recorded_at <= :before)
        order by x.valid_from desc
        """;

    private static final String APPROVED = """
        select r.trial, r.request, r.participant, r.kind, r.entry, r.digests, s.valid_from as approval
        from read.erasure_status s
        join read.erasure_request r on r.trial = s.trial and r.request = s.request
        where s.valid_to is null and s.status = 'approved' order by s.trial, s.valid_from
        """;

    private final JdbcClient jdbc;
    private final DisclosedTexts texts;

    ErasureQueries(JdbcClient jdbc, DisclosedTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Newest first. */
    public List<ErasureRow> erasures(AsOf asOf, Visibility visibility) {
        List<Row> rows =
                AsOfSql.query(jdbc, REQUESTS, asOf, visibility).query(Row::read).list();
        DisclosedTexts.Reading reading = texts.read(
                asOf.trial(),
                visibility,
                rows.stream()
                        .flatMap(row -> Stream.concat(Stream.of(row.reason()), row.declined().stream()))
                        .map(ShownReason.Stored::text)
                        .toList());
        return rows.stream().map(row -> row.shown(reading)).toList();
    }

    public Optional<ErasureRow> erasure(AsOf asOf, Visibility visibility, String request) {
        return erasures(asOf, visibility).stream()
                .filter(row -> row.request().equals(request))
                .findFirst();
    }

    public Optional<Retention> retention(AsOf asOf) {
        return AsOfSql.query(jdbc, """
            select r.until, %s from read.retention r
            join read.entry e on e.ledger = r.trial and e.leaf_index = r.valid_from
            where r.trial = :trial and %s
            """.formatted(ProvenanceColumns.of("e"), AsOfSql.holds("r")), asOf)
                .query((row, number) ->
                        new Retention(row.getObject("until", LocalDate.class), ProvenanceColumns.read(row, "e")))
                .optional();
    }

    /** Who took away, before it was erased, a bundle that may hold what this is about. */
    public List<Recipient> recipients(String trial, ErasureRow erasure) {
        return jdbc.sql(RECIPIENTS)
                .param("trial", trial)
                .param("entry", erasure.entry().orElse(0L))
                .param("class", (erasure.ofIdentity() ? DisclosureClass.IDENTITY : DisclosureClass.FREE_TEXT).name())
                .param("participant", erasure.participant().orElse(null))
                .param("before", erasure.done() ? erasure.changed().recordedAt().atOffset(ZoneOffset.UTC) : null)
                .query(ErasureQueries::recipient)
                .list();
    }

    /** Of all trials: approved, and not yet carried out. */
    public List<ApprovedErasure> approved() {
        return jdbc.sql(APPROVED)
                .query((row, number) -> new ApprovedErasure(
                        row.getString("trial"),
                        row.getString("request"),
                        Optional.ofNullable(row.getString("participant")),
                        row.getString("kind").equals("identity"),
                        Optional.ofNullable(row.getObject("entry", Long.class)),
                        strings(row, "digests"),
                        row.getLong("approval")))
                .list();
    }

    private static Recipient recipient(ResultSet row, int number) throws SQLException {
        return new Recipient(
                row.getString("account"),
                row.getString("as_role"),
                row.getString("of_organisation"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("scope"),
                Optional.ofNullable(row.getString("site")),
                Optional.ofNullable(row.getString("participant")),
                Optional.ofNullable(row.getString("form")),
                row.getString("profile"),
                row.getLong("tree_size"),
                row.getLong("valid_from"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private record Row(
            String request,
            Optional<String> participant,
            boolean ofIdentity,
            Optional<Long> entry,
            List<String> digests,
            List<String> fields,
            Optional<LocalDate> retainedUntil,
            ShownReason.Stored reason,
            String status,
            Provenance requested,
            Provenance changed,
            Optional<ShownReason.Stored> declined) {

        static Row read(ResultSet row, int number) throws SQLException {
            Provenance requested = ProvenanceColumns.read(row, "e");
            Provenance changed = ProvenanceColumns.read(row, "x");
            return new Row(
                    row.getString("request"),
                    Optional.ofNullable(row.getString("participant")),
                    row.getString("kind").equals("identity"),
                    Optional.ofNullable(row.getObject("entry", Long.class)),
                    strings(row, "digests"),
                    strings(row, "fields"),
                    Optional.ofNullable(row.getObject("retained_until", LocalDate.class)),
                    ShownReason.Stored.read(row, "", requested.entry()).orElseThrow(),
                    row.getString("status"),
                    requested,
                    changed,
                    ShownReason.Stored.read(row, "declined_", changed.entry()));
        }

        ErasureRow shown(DisclosedTexts.Reading reading) {
            return new ErasureRow(
                    request,
                    participant,
                    ofIdentity,
                    entry,
                    digests,
                    fields,
                    retainedUntil,
                    reason.as(reading),
                    status,
                    requested,
                    changed,
                    declined.map(why -> why.as(reading)));
        }
    }
}
