package org.indelible.trial;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.indelible.api.ApiCall;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfResolver;
import org.indelible.readmodel.amendment.AmendmentQueries;
import org.indelible.readmodel.amendment.AmendmentRow;
import org.indelible.readmodel.amendment.Previews;
import org.indelible.security.LedgerAccess;
import org.indelible.security.Reauthentication;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.TrialId;
import org.indelible.trial.AmendmentSubmission.Submitted;
import org.indelible.trial.AmendmentSubmission.Terms;
import org.indelible.trial.TrialCommand.ApproveAmendment;
import org.indelible.trial.TrialCommand.WithdrawAmendment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Amendments over the API: submitted, looked at, approved with a signature or withdrawn. */
@RestController
class AmendmentApi {
    private static final String TRIAL = "/api/v1/trials/{trial}";

    private final AmendmentSubmission submission;
    private final AmendmentQueries amendments;
    private final Previews previews;
    private final Commands commands;
    private final AsOfResolver points;
    private final LedgerAccess access;
    private final Reauthentication reauthentication;

    AmendmentApi(
            AmendmentSubmission submission,
            AmendmentQueries amendments,
            Previews previews,
            Commands commands,
            AsOfResolver points,
            LedgerAccess access,
            Reauthentication reauthentication) {
        this.submission = submission;
        this.amendments = amendments;
        this.previews = previews;
        this.commands = commands;
        this.points = points;
        this.access = access;
        this.reauthentication = reauthentication;
    }

    @ApiCall(
            value = "Submits changed study metadata as an amendment, and says what they change and what that touches.",
            status = 201,
            takes = {"application/xml", "application/json"},
            type = AmendmentJson.class,
            refusals = {
                "422 study-build-published",
                "422 no-study-build",
                "422 consent-form-published",
                "422 metadata-refused"
            })
    @PostMapping(TRIAL + "/protocol-versions")
    ResponseEntity<?> submit(
            @PathVariable String trial,
            @RequestParam Optional<String> protocolVersion,
            @RequestParam Optional<String> training,
            @RequestParam Optional<String> consentForm,
            @RequestParam(defaultValue = "false") boolean reconsent,
            @RequestBody byte[] metadata,
            @AuthenticationPrincipal SignedInPerson person) {
        access.require(person, trial, "POST " + TRIAL + "/protocol-versions");
        try {
            Submitted submitted = submission.submit(
                    new TrialId(trial),
                    new Terms(protocolVersion, training, consentForm, reconsent),
                    metadata,
                    Acting.byApi(person.actor()));
            String id = submitted.amendment().value();
            return ResponseEntity.created(URI.create("/api/v1/trials/" + trial + "/amendments/" + id))
                    .body(describe(trial, id, FindingJson.of(submitted.findings())));
        } catch (MetadataRefusedException refused) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage()));
            problem.setProperty("code", "metadata-refused");
            problem.setProperty("findings", FindingJson.of(refused.diagnostics()));
            return ResponseEntity.unprocessableContent().body(problem);
        }
    }

    @ApiCall(value = "An amendment with its differences and what they touch now.", type = AmendmentJson.class)
    @GetMapping(TRIAL + "/amendments/{amendment}")
    AmendmentJson amendment(
            @PathVariable String trial,
            @PathVariable String amendment,
            @AuthenticationPrincipal SignedInPerson person) {
        access.require(person, trial, "GET " + TRIAL + "/amendments/{amendment}");
        return describe(trial, amendment, List.of());
    }

    /** @param confirmation the protocol version, typed */
    record Approval(
            @Nullable String confirmation,
            @Nullable String username,
            @Nullable String password) {}

    @ApiCall(
            value = "Approves an amendment with a signature: the user name and password of who is signed in.",
            type = AmendmentJson.class,
            refusals = {"422 not-confirmed", "422 authentication-failed", "422 amendment-decided"})
    @PostMapping(TRIAL + "/amendments/{amendment}/approval")
    AmendmentJson approve(
            @PathVariable String trial,
            @PathVariable String amendment,
            @RequestBody Approval approval,
            @AuthenticationPrincipal SignedInPerson person) {
        access.require(person, trial, "POST " + TRIAL + "/amendments/{amendment}/approval");
        AsOf now = points.now(trial);
        AmendmentRow row = find(now, amendment);
        if (!row.protocolVersion().equals(approval.confirmation())) {
            throw new DomainRefusal(
                    "not-confirmed",
                    "The confirmation is not the protocol version of the amendment.",
                    "Send confirmation " + row.protocolVersion() + ".");
        }
        commands.sendAndShow(
                new ApproveAmendment(
                        new TrialId(trial),
                        new AmendmentId(amendment),
                        now.treeSize(),
                        reauthentication.proveWithBoth(
                                person,
                                Objects.requireNonNullElse(approval.username(), ""),
                                Objects.requireNonNullElse(approval.password(), ""))),
                Acting.byApi(person.actor()));
        return describe(trial, amendment, List.of());
    }

    record Withdrawal(@Nullable String reason) {}

    @ApiCall(
            value = "Withdraws an amendment that is not approved yet.",
            type = AmendmentJson.class,
            refusals = {"422 reason-required", "422 amendment-decided"})
    @PostMapping(TRIAL + "/amendments/{amendment}/withdrawal")
    AmendmentJson withdraw(
            @PathVariable String trial,
            @PathVariable String amendment,
            @RequestBody Withdrawal withdrawal,
            @AuthenticationPrincipal SignedInPerson person) {
        access.require(person, trial, "POST " + TRIAL + "/amendments/{amendment}/withdrawal");
        find(points.now(trial), amendment);
        commands.sendAndShow(
                new WithdrawAmendment(
                        new TrialId(trial),
                        new AmendmentId(amendment),
                        Reason.of(Objects.requireNonNullElse(withdrawal.reason(), ""))),
                Acting.byApi(person.actor()));
        return describe(trial, amendment, List.of());
    }

    private AmendmentJson describe(String trial, String amendment, List<FindingJson> findings) {
        AsOf now = points.now(trial);
        AmendmentRow row = find(now, amendment);
        return AmendmentJson.of(trial, row, previews.of(row, now).orElseThrow(AmendmentApi::unknown), findings);
    }

    private AmendmentRow find(AsOf now, String amendment) {
        return amendments.amendment(now, amendment).orElseThrow(AmendmentApi::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such amendment.");
    }
}
