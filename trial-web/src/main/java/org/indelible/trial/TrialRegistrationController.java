package org.indelible.trial;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.indelible.api.ApiCall;
import org.indelible.commands.Acting;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialKind;
import org.indelible.trial.TrialRegistration.RegisteredTrial;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/trials}: study metadata become a trial with version 1 of its protocol. */
@RestController
class TrialRegistrationController {
    private final TrialRegistration registration;

    TrialRegistrationController(TrialRegistration registration) {
        this.registration = registration;
    }

    @ApiCall(
            value = "Registers a trial and publishes version 1 of its protocol from its study metadata.",
            status = 201,
            takes = {"application/xml", "application/json"},
            type = RegisteredTrialJson.class,
            refusals = {"400 invalid-kind", "422 metadata-refused"})
    @PostMapping("/api/v1/trials")
    ResponseEntity<?> register(
            @RequestParam String kind, @RequestBody byte[] metadata, @AuthenticationPrincipal SignedInPerson person) {
        try {
            RegisteredTrial registered = registration.register(kind(kind), metadata, Acting.byApi(person.actor()));
            String trial = registered.trial().value();
            return ResponseEntity.created(URI.create("/api/v1/trials/" + trial))
                    .body(new RegisteredTrialJson(
                            trial, trial, registered.protocolVersion().value(), FindingJson.of(registered.findings())));
        } catch (MetadataRefusedException refused) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
            problem.setProperty("code", "metadata-refused");
            problem.setProperty("findings", FindingJson.of(refused.diagnostics()));
            return ResponseEntity.unprocessableContent().body(problem);
        }
    }

    private static TrialKind kind(String text) {
        try {
            return TrialKind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new DomainRefusal(
                    "invalid-kind", "A trial is of kind test, training or production.", "Say which it is.");
        }
    }

    record RegisteredTrialJson(String trial, String ledger, String protocolVersion, List<FindingJson> findings) {}
}
