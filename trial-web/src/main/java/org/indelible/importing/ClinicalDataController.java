package org.indelible.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.indelible.api.ApiCall;
import org.indelible.authority.ImportPurpose;
import org.indelible.jobs.JobId;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/trials/{t}/clinical-data}: an ODM ClinicalData file, compressed or not, becomes a job. */
@RestController
class ClinicalDataController {
    private static final String ROUTE = "/api/v1/trials/{trial}/clinical-data";

    private final DataImports imports;
    private final TrialQueries trials;
    private final ImportGate gate;

    ClinicalDataController(DataImports imports, TrialQueries trials, ImportGate gate) {
        this.imports = imports;
        this.trials = trials;
        this.gate = gate;
    }

    @ApiCall(
            value = "Brings in an ODM ClinicalData file, compressed or not, as a job whose address is in Location.",
            status = 202,
            takes = {"application/xml", "application/gzip"},
            refusals = {
                "400 invalid-purpose",
                "403 site-data-belongs-to-site, act-not-permitted",
                "404 unknown-trial",
                "413 file-too-large",
                "422 malformed-key, site-not-opened, site-not-agreed"
            })
    @PostMapping(ROUTE)
    ResponseEntity<Map<String, String>> bringIn(
            @PathVariable String trial,
            @RequestParam String purpose,
            @RequestParam Optional<String> site,
            HttpServletRequest request,
            @AuthenticationPrincipal SignedInPerson person)
            throws IOException {
        TrialId id = known(trial);
        ImportPurpose why = purpose(purpose);
        gate.require(why, id, person, "POST " + ROUTE);
        try {
            JobId job = imports.start(
                    id,
                    why,
                    site.filter(key -> !key.isEmpty()).map(DataImports::siteKey),
                    person.actor(),
                    request.getInputStream());
            URI location = URI.create("/api/v1/jobs/" + job);
            return ResponseEntity.accepted().location(location).body(Map.of("job", job.value()));
        } catch (FileTooLargeException tooLarge) {
            throw new DomainRefusal(
                    "file-too-large", String.valueOf(tooLarge.getMessage()), "Send it in parts, by participants.");
        }
    }

    private TrialId known(String trial) {
        return trials.trial(trial)
                .map(summary -> new TrialId(summary.trial()))
                .orElseThrow(() -> new DomainRefusal(
                        "unknown-trial", "There is no such trial.", "Ask GET /api/v1/trials for those you may see."));
    }

    private static ImportPurpose purpose(String text) {
        try {
            return ImportPurpose.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new DomainRefusal(
                    "invalid-purpose", "The purpose of an import is site, transfer or migration.", "Say which it is.");
        }
    }
}
