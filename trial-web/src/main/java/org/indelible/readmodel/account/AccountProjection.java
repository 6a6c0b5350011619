package org.indelible.readmodel.account;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.account.AccountEvent;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;

/** Accounts, their roles, and who came in or was refused. */
public final class AccountProjection implements Projection {
    private static final VersionedTable ACCOUNT =
            table("account").key("account").columns("name_digest", "organisation", "demo");
    private static final VersionedTable STATUS =
            table("account_status").key("account").columns("status");
    private static final VersionedTable GRANT = table("role_grant")
            .key("account", "role_grant")
            .columns("role", "organisation", "trial", "site", "participant");
    private static final VersionedTable SIGN_IN =
            table("sign_in").key("account").columns("outcome");
    private static final VersionedTable FORBIDDEN =
            table("forbidden_attempt").key("account").columns("act", "refusal", "trial", "target", "path");

    private static final VersionedTable EXPORT = table("evidence_export")
            .key("account")
            .columns("trial", "tree_size", "scope", "site", "participant", "form", "profile", "withheld");
    private static final VersionedTable TAKEN_OUT = table("export")
            .key("account")
            .columns(
                    "trial",
                    "what",
                    "format",
                    "scope",
                    "filter_digest",
                    "tree_size",
                    "checkpoint_size",
                    "checkpoint_root");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof AccountEvent event
                && StreamId.parse(logged.stream()) instanceof StreamId.OfAccount stream) {
            project(stream.account().value(), event, changes);
        }
    }

    private static void project(String account, AccountEvent event, Changes changes) {
        switch (event) {
            case AccountEvent.AccountCreated created -> {
                changes.open(
                        ACCOUNT,
                        account,
                        created.printedName().digest().orElse(null),
                        created.organisation(),
                        created.demo());
                changes.replace(STATUS, account, "active");
            }
            case AccountEvent.RoleGranted granted ->
                changes.open(
                        GRANT,
                        account,
                        granted.grantId(),
                        granted.role().name(),
                        granted.organisation(),
                        granted.trial().map(TrialId::value).orElse(null),
                        granted.site().map(SiteKey::value).orElse(null),
                        granted.participant().map(ParticipantKey::value).orElse(null));
            case AccountEvent.RoleRevoked revoked -> changes.close(GRANT, account, revoked.grantId());
            case AccountEvent.SignedIn signedIn -> changes.open(SIGN_IN, account, "succeeded");
            case AccountEvent.SignInFailed failed -> changes.open(SIGN_IN, account, "failed");
            case AccountEvent.LockedOut lockedOut -> {
                changes.open(SIGN_IN, account, "locked-out");
                changes.replace(STATUS, account, "locked");
            }
            case AccountEvent.AccountUnlocked unlocked -> changes.replace(STATUS, account, "active");
            case AccountEvent.AccountDisabled disabled -> changes.replace(STATUS, account, "disabled");
            case AccountEvent.ForbiddenActAttempted attempted ->
                changes.open(
                        FORBIDDEN,
                        account,
                        attempted.act(),
                        attempted.refusal(),
                        attempted.trial().map(TrialId::value).orElse(null),
                        attempted.target().orElse(null),
                        attempted.path());
            case AccountEvent.EvidenceExported exported -> {
                changes.open(
                        EXPORT,
                        account,
                        exported.trial().value(),
                        exported.treeSize(),
                        exported.scope(),
                        exported.site().map(SiteKey::value).orElse(null),
                        exported.participant().map(ParticipantKey::value).orElse(null),
                        exported.formOid().orElse(null),
                        exported.profile(),
                        exported.withheld().toArray(String[]::new));
                changes.open(
                        TAKEN_OUT,
                        account,
                        exported.trial().value(),
                        "evidence",
                        "application/zip",
                        scope(exported),
                        null,
                        exported.treeSize(),
                        exported.treeSize(),
                        null);
            }
            case AccountEvent.DataExported exported ->
                changes.open(
                        TAKEN_OUT,
                        account,
                        exported.trial().value(),
                        exported.what(),
                        exported.format(),
                        "",
                        exported.filter().digest().orElse(null),
                        exported.treeSize(),
                        exported.checkpointSize(),
                        exported.checkpointRoot());
            case AccountEvent.PasswordSet set -> {}
            case AccountEvent.PasskeyRegistered registered -> {}
            case AccountEvent.PasskeyRemoved removed -> {}
            case AccountEvent.OneTimeCodesSetUp setUp -> {}
            case AccountEvent.OneTimeCodesRemoved removed -> {}
            case AccountEvent.RecoveryCodeUsed used -> {}
            case AccountEvent.SignInContinued continued -> {}
            case AccountEvent.IdentityProofRecorded recorded -> {}
            case AccountEvent.SignedOut signedOut -> {}
        }
    }

    private static String scope(AccountEvent.EvidenceExported exported) {
        return Stream.of(
                        exported.site().map(SiteKey::value),
                        exported.participant().map(ParticipantKey::value),
                        exported.formOid(),
                        Optional.of(exported.profile()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
