package org.indelible.readmodel.api;

import java.util.List;
import java.util.Optional;
import org.indelible.api.ApiCall;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.participant.ParticipantFilter;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/trials/{trial}/participants} and {@code .../participants/{key}}. */
@RestController
class ParticipantReadController {
    private static final String PARTICIPANTS = "/api/v1/trials/{trial}/participants";

    private final ParticipantQueries participants;
    private final CasebookQueries casebooks;
    private final TrialReader reader;

    ParticipantReadController(ParticipantQueries participants, CasebookQueries casebooks, TrialReader reader) {
        this.participants = participants;
        this.casebooks = casebooks;
        this.reader = reader;
    }

    record ParticipantsJson(List<ParticipantJson> participants) {}

    record ParticipantJson(String key, String site, String status) {
        static ParticipantJson of(ParticipantRow row) {
            return new ParticipantJson(row.key(), row.site(), row.status());
        }
    }

    @ApiCall(
            value = "The participants that may be seen, as of a point.",
            refusals = {"404 unknown-trial"})
    @GetMapping(PARTICIPANTS)
    ParticipantsJson participants(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam Optional<String> site,
            @RequestParam Optional<String> status) {
        Reading reading = reader.of(person, trial, asOf, "GET " + PARTICIPANTS);
        ParticipantFilter filter = new ParticipantFilter(site, status, Optional.empty());
        return new ParticipantsJson(participants.participants(reading.asOf(), reading.visibility(), filter).stream()
                .map(ParticipantJson::of)
                .toList());
    }

    @ApiCall(
            value = "A casebook as of a point: what stands, not what was inactivated.",
            refusals = {"404 unknown-participant"})
    @GetMapping(PARTICIPANTS + "/{key}")
    CasebookJson casebook(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String asOf) {
        Reading reading = reader.of(person, trial, asOf, "GET " + PARTICIPANTS + "/{key}");
        return casebooks
                .casebook(reading.asOf(), reading.visibility(), key)
                .map(CasebookJson::of)
                .orElseThrow(ParticipantReadController::unknown);
    }

    /** The same whether there is none or none that may be seen. */
    static DomainRefusal unknown() {
        return new DomainRefusal("unknown-participant", "There is no such participant that you may see.", "");
    }
}
