package org.indelible.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.indelible.api.ApiCall;
import org.indelible.commands.Acting;
import org.indelible.readmodel.api.TrialReader;
import org.indelible.readmodel.api.TrialReader.Reading;
import org.indelible.security.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/trials/{t}/evidence}: a bundle, streamed. */
@RestController
class EvidenceApi {
    private static final String ROUTE = "/api/v1/trials/{trial}/evidence";

    private final TrialReader reader;
    private final EvidenceDownloads downloads;

    EvidenceApi(TrialReader reader, EvidenceDownloads downloads) {
        this.reader = reader;
        this.downloads = downloads;
    }

    @ApiCall(
            value =
                    "An evidence bundle, streamed: docs/EVIDENCE-FORMAT.md says what it is, indelible-verify.jar checks it.",
            gives = "application/zip",
            refusals = {
                "422 invalid-profile",
                "422 participant-missing",
                "422 nothing-recorded-yet",
                "403 outside-scope",
                "404 unknown-participant",
                "404 unknown-trial"
            })
    @GetMapping(ROUTE)
    void evidence(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "full") String profile,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String participant,
            @RequestParam(defaultValue = "") String form,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reader.of(person, trial, asOf, "GET " + ROUTE);
        downloads.send(
                reading.asOf(),
                reading.visibility(),
                Acting.byApi(person.actor()),
                person,
                Wish.of(profile, site, participant, form),
                response);
    }
}
