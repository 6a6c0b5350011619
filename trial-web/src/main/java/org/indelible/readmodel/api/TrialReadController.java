package org.indelible.readmodel.api;

import java.util.List;
import org.indelible.api.ApiCall;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/trials} and {@code GET /api/v1/trials/{trial}}. */
@RestController
class TrialReadController {
    private static final String TRIAL = "/api/v1/trials/{trial}";

    private final TrialQueries trials;
    private final TrialReader reader;

    TrialReadController(TrialQueries trials, TrialReader reader) {
        this.trials = trials;
        this.reader = reader;
    }

    record TrialJson(
            String trial,
            String name,
            String kind,
            String status,
            String ledger,
            long treeSize,
            List<String> protocolVersions) {
        static TrialJson of(TrialSummary summary) {
            return new TrialJson(
                    summary.trial(),
                    summary.name(),
                    summary.kind(),
                    summary.status(),
                    summary.ledger(),
                    summary.treeSize(),
                    summary.protocolVersions().stream()
                            .map(ProtocolVersionRow::version)
                            .toList());
        }
    }

    /** Those that the role in force reaches. */
    @ApiCall("The trials that the role in force reaches.")
    @GetMapping("/api/v1/trials")
    List<TrialJson> trials(@AuthenticationPrincipal SignedInPerson person) {
        return trials.trials().stream()
                .filter(summary -> person.covers(new TrialId(summary.trial())))
                .map(TrialJson::of)
                .toList();
    }

    @ApiCall(
            value = "A trial as of a point.",
            refusals = {"404 unknown-trial"})
    @GetMapping(TRIAL)
    TrialJson trial(
            @AuthenticationPrincipal SignedInPerson person,
            @PathVariable String trial,
            @RequestParam(defaultValue = "") String asOf) {
        return trials.trial(reader.of(person, trial, asOf, "GET " + TRIAL).asOf())
                .map(TrialJson::of)
                .orElseThrow(() -> new DomainRefusal("unknown-trial", "The trial was not registered yet.", ""));
    }
}
