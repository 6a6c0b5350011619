package org.indelible.erasure;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.indelible.api.ApiCall;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.erasure.ErasureCommand.DeclineErasure;
import org.indelible.erasure.ErasureCommand.RequestIdentityErasure;
import org.indelible.erasure.ErasureCommand.RequestTextErasure;
import org.indelible.readmodel.api.TrialReader;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.readmodel.erasure.ErasureQueries;
import org.indelible.readmodel.erasure.ErasureRow;
import org.indelible.readmodel.erasure.Recipient;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.TrialId;
import org.indelible.trial.TrialCommand.RecordRetentionEnd;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Erasures over HTTP: asking, approving, declining, and the list with who holds a copy. */
@RestController
class ErasureApi {
    private static final String ROUTE = "/api/v1/trials/{trial}/erasures";

    private final TrialReader reader;
    private final ErasureQueries queries;
    private final ErasableEntries entries;
    private final ErasureOrders orders;
    private final Commands commands;

    ErasureApi(
            TrialReader reader,
            ErasureQueries queries,
            ErasableEntries entries,
            ErasureOrders orders,
            Commands commands) {
        this.reader = reader;
        this.queries = queries;
        this.entries = entries;
        this.orders = orders;
        this.commands = commands;
    }

    /**
     * @param kind {@code text} or {@code identity}
     * @param entry of a text: leaf index of the entry it stands in
     * @param texts of a text: digests of its fields, as they stand in the entry
     * @param participant of an identity: whose
     */
    record WantedErasure(
            String kind,
            @Nullable Long entry,
            @Nullable List<String> texts,
            @Nullable String participant,
            @Nullable String reason) {}

    record Why(@Nullable String reason) {}

    record WantedRetention(LocalDate until, @Nullable String reason) {}

    record RequestedErasure(String erasure) {}

    record ErasureJson(
            String erasure,
            String kind,
            @Nullable String participant,
            @Nullable Long entry,
            List<String> texts,
            String status,
            String requestedBy,
            Instant requestedAt,
            String changedBy,
            Instant changedAt,
            List<Recipient> recipients) {}

    record ErasuresJson(@Nullable LocalDate retainedUntil, List<ErasureJson> erasures) {}

    @ApiCall(
            value = "Requests to erase, where they stand, and who took evidence away that may hold what is erased.",
            refusals = {"404 unknown-trial"})
    @GetMapping(ROUTE)
    ErasuresJson list(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "") String asOf) {
        Reading reading = reader.of(person, trial, asOf, "GET " + ROUTE);
        return new ErasuresJson(
                queries.retention(reading.asOf())
                        .map(retention -> retention.until())
                        .orElse(null),
                queries.erasures(reading.asOf(), reading.visibility()).stream()
                        .map(row -> json(trial, row))
                        .toList());
    }

    private ErasureJson json(String trial, ErasureRow row) {
        return new ErasureJson(
                row.request(),
                row.ofIdentity() ? "identity" : "text",
                row.participant().orElse(null),
                row.entry().orElse(null),
                row.digests(),
                row.status(),
                row.requested().by(),
                row.requested().recordedAt(),
                row.changed().by(),
                row.changed().recordedAt(),
                queries.recipients(trial, row));
    }

    @ApiCall(
            value = "Asks to erase stray identifiers in free text, or a participant's identity: the first of two"
                    + " persons.",
            status = 201,
            refusals = {
                "404 unknown-trial",
                "409 already-erased",
                "422 erasure-under-way",
                "422 identity-erased-as-a-whole",
                "422 invalid-erasure",
                "422 no-such-text",
                "422 not-erasable",
                "422 participant-missing",
                "422 reason-required",
                "422 retention-end-not-recorded",
                "422 retention-not-ended"
            })
    @PostMapping(ROUTE)
    ResponseEntity<RequestedErasure> ask(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestBody WantedErasure wanted) {
        reader.of(person, trial, "", "POST " + ROUTE);
        ErasureId request = new ErasureId(UUID.randomUUID().toString());
        commands.sendAndShow(command(new TrialId(trial), request, wanted), Acting.byApi(person.actor()));
        return ResponseEntity.created(URI.create("/api/v1/trials/" + trial + "/erasures/" + request))
                .body(new RequestedErasure(request.value()));
    }

    private ErasureCommand command(TrialId trial, ErasureId request, WantedErasure wanted) {
        Reason why = reason(wanted.reason());
        try {
            if (wanted.kind().equals("text") && wanted.entry() != null && wanted.texts() != null) {
                return new RequestTextErasure(
                        entries.subject(trial, wanted.entry())
                                .orElseGet(() -> new ErasureSubject(trial, Optional.empty())),
                        request,
                        wanted.entry(),
                        wanted.texts().stream().map(DisclosureDigest::new).toList(),
                        why);
            }
            if (wanted.kind().equals("identity")) {
                return new RequestIdentityErasure(
                        new ErasureSubject(
                                trial, Optional.ofNullable(wanted.participant()).map(ParticipantKey::new)),
                        request,
                        why);
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static DomainRefusal invalid() {
        return new DomainRefusal(
                "invalid-erasure",
                "It is not said what is to be erased.",
                "kind is text, with entry and texts, or identity, with participant.");
    }

    @ApiCall(
            value = "Approves an erasure, as the second of two persons, and carries it out. It cannot be undone.",
            refusals = {
                "404 unknown-erasure",
                "404 unknown-trial",
                "422 erasure-not-pending",
                "422 investigator-needed",
                "422 retention-not-ended",
                "422 second-person-needed"
            })
    @PostMapping(ROUTE + "/{erasure}/approval")
    ErasureJson approve(
            @AuthenticationPrincipal SignedInPerson person, @PathVariable String trial, @PathVariable String erasure) {
        orders.approve(
                new TrialId(trial), row(person, trial, erasure, "/{erasure}/approval"), Acting.byApi(person.actor()));
        return json(trial, row(person, trial, erasure, "/{erasure}/approval"));
    }

    @ApiCall(
            value = "Declines an erasure, or withdraws one's own request.",
            refusals = {"404 unknown-erasure", "404 unknown-trial", "422 erasure-not-pending", "422 reason-required"})
    @PostMapping(ROUTE + "/{erasure}/refusal")
    ErasureJson decline(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @PathVariable String erasure,
            @RequestBody Why why) {
        ErasureRow row = row(person, trial, erasure, "/{erasure}/refusal");
        commands.sendAndShow(
                new DeclineErasure(
                        new ErasureSubject(new TrialId(trial), row.participant().map(ParticipantKey::new)),
                        new ErasureId(erasure),
                        reason(why.reason())),
                Acting.byApi(person.actor()));
        return json(trial, row(person, trial, erasure, "/{erasure}/refusal"));
    }

    @ApiCall(
            value = "Records until when a trial's records have to be kept. It may be put off, never brought forward.",
            refusals = {"404 unknown-trial", "422 reason-required", "422 retention-not-shortened"})
    @PostMapping("/api/v1/trials/{trial}/retention")
    WantedRetention retain(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestBody WantedRetention wanted) {
        reader.of(person, trial, "", "POST /api/v1/trials/{trial}/retention");
        commands.sendAndShow(
                new RecordRetentionEnd(new TrialId(trial), wanted.until(), Optional.empty(), reason(wanted.reason())),
                Acting.byApi(person.actor()));
        return wanted;
    }

    private ErasureRow row(SignedInPerson person, String trial, String erasure, String below) {
        Reading reading = reader.of(person, trial, "", "POST " + ROUTE + below);
        return queries.erasure(reading.asOf(), reading.visibility(), erasure)
                .orElseThrow(() -> new DomainRefusal(
                        "unknown-erasure",
                        "There is no such request, or it is not within your reach.",
                        "GET " + ROUTE + " lists them."));
    }

    private static Reason reason(@Nullable String text) {
        return Reason.of(text == null ? "" : text);
    }
}
