package org.indelible.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.indelible.api.ApiCall;
import org.indelible.audit.AuditExports.Wanted;
import org.indelible.exports.Exports;
import org.indelible.readmodel.api.BadParameter;
import org.indelible.readmodel.api.TrialReader;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditFilter.Field;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET .../audit-trail} of a trial or a participant: {@code application/x-ndjson}, or {@code text/csv} or a spreadsheet where that is
 * accepted. Rows are written as they are read, after the export is on record.
 */
@RestController
class AuditTrailController {
    private static final String TRIAL = "/api/v1/trials/{trial}/audit-trail";
    private static final String PARTICIPANT = "/api/v1/trials/{trial}/participants/{key}/audit-trail";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final AuditExports exports;
    private final ParticipantQueries participants;
    private final TrialReader reader;

    AuditTrailController(AuditExports exports, ParticipantQueries participants, TrialReader reader) {
        this.exports = exports;
        this.participants = participants;
        this.reader = reader;
    }

    @ApiCall(
            value =
                    "Every change in the trial, streamed: one JSON object a line, or CSV or a spreadsheet with the same names.",
            gives = {MediaType.APPLICATION_NDJSON_VALUE, CSV, XLSX},
            type = AuditJson.class,
            refusals = {"400 time-not-understood", "404 unknown-trial"})
    @GetMapping(TRIAL)
    void ofTrial(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam Optional<String> site,
            @RequestParam Optional<String> item,
            @RequestParam Optional<String> by,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reader.of(person, trial, asOf, "GET " + TRIAL);
        AuditFilter filter = AuditFilter.none()
                .with(Field.SITE, site)
                .with(Field.ITEM, item)
                .with(Field.BY, by)
                .between(from.map(AuditTrailController::instant), to.map(AuditTrailController::instant));
        send(reading, filter, person, request, response);
    }

    @ApiCall(
            value = "Every change in a participant's casebook, streamed like that of the trial.",
            gives = {MediaType.APPLICATION_NDJSON_VALUE, CSV, XLSX},
            type = AuditJson.class,
            refusals = {"404 unknown-participant"})
    @GetMapping(PARTICIPANT)
    void ofParticipant(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reader.of(person, trial, asOf, "GET " + PARTICIPANT);
        if (participants.participant(reading.asOf(), reading.visibility(), key).isEmpty()) {
            throw new DomainRefusal("unknown-participant", "There is no such participant that you may see.", "");
        }
        send(reading, AuditFilter.ofParticipant(key), person, request, response);
    }

    private void send(
            Reading reading,
            AuditFilter filter,
            SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String accepted =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        AuditFormat format = accepted.contains(CSV)
                ? AuditFormat.CSV
                : accepted.contains(XLSX) ? AuditFormat.XLSX : AuditFormat.NDJSON;
        Wanted wanted = new Wanted(
                reading.asOf(), reading.visibility(), filter, reading.asOf().trial(), inWords(filter));
        exports.send(wanted, Exports.By.byApi(person), format, response);
    }

    private static String inWords(AuditFilter filter) {
        StringBuilder words = new StringBuilder();
        filter.fields()
                .forEach((field, value) ->
                        words.append(field).append('=').append(value).append("; "));
        filter.from().ifPresent(from -> words.append("from ").append(from).append("; "));
        filter.to().ifPresent(to -> words.append("to ").append(to).append("; "));
        return words.toString().strip();
    }

    /** A day begins at midnight UTC. */
    private static Instant instant(String text) {
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw BadParameter.of(
                    HttpStatus.BAD_REQUEST,
                    "time-not-understood",
                    "A time is an ISO 8601 day, or an instant with its offset, not \"" + text + "\".");
        }
    }
}
