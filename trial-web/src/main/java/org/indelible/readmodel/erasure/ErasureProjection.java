package org.indelible.readmodel.erasure;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.util.Optional;
import org.indelible.erasure.DisclosureDigest;
import org.indelible.erasure.ErasureEvent;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.RecordedReason;
import org.indelible.trial.TrialEvent.RetentionEndRecorded;
import org.jspecify.annotations.Nullable;

/** Requests to erase, where they stand, and until when a trial's records are kept. */
public final class ErasureProjection implements Projection {
    private static final String REQUESTED = "requested";
    private static final VersionedTable REQUEST = table("erasure_request")
            .key("trial", "request")
            .columns(
                    "participant",
                    "kind",
                    "entry",
                    "digests",
                    "fields",
                    "retained_until",
                    "reason_category",
                    "reason_digest");
    private static final VersionedTable STATUS =
            table("erasure_status").key("trial", "request").columns("status", "reason_category", "reason_digest");
    private static final VersionedTable RETENTION =
            table("retention").key("trial").columns("until", "document", "reason_category", "reason_digest");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof ErasureEvent event) {
            project(logged, event, changes);
        } else if (logged.event() instanceof RetentionEndRecorded recorded) {
            changes.replace(
                    RETENTION,
                    logged.ledger(),
                    recorded.until(),
                    recorded.basis().map(DocumentHash::value).orElse(null),
                    recorded.reason().category().name(),
                    digest(recorded.reason()));
        }
    }

    private static void project(LoggedEvent logged, ErasureEvent event, Changes changes) {
        switch (event) {
            case ErasureEvent.TextErasureRequested e -> {
                changes.open(
                        REQUEST,
                        logged.ledger(),
                        e.request().value(),
                        logged.participant().orElse(null),
                        "text",
                        e.position(),
                        e.texts().stream().map(DisclosureDigest::value).toArray(String[]::new),
                        e.fields().toArray(String[]::new),
                        null,
                        e.reason().category().name(),
                        digest(e.reason()));
                status(logged, e, REQUESTED, Optional.empty(), changes);
            }
            case ErasureEvent.IdentityErasureRequested e -> {
                changes.open(
                        REQUEST,
                        logged.ledger(),
                        e.request().value(),
                        logged.participant().orElse(null),
                        "identity",
                        null,
                        new String[0],
                        new String[0],
                        e.retainedUntil(),
                        e.reason().category().name(),
                        digest(e.reason()));
                status(logged, e, REQUESTED, Optional.empty(), changes);
            }
            case ErasureEvent.ErasureApproved e -> status(logged, e, "approved", Optional.empty(), changes);
            case ErasureEvent.ErasureDeclined e -> status(logged, e, "declined", Optional.of(e.reason()), changes);
            case ErasureEvent.ErasureCarriedOut e -> status(logged, e, "carried-out", Optional.empty(), changes);
        }
    }

    private static void status(
            LoggedEvent logged, ErasureEvent event, String status, Optional<RecordedReason> reason, Changes changes) {
        changes.replace(
                STATUS,
                logged.ledger(),
                event.request().value(),
                status,
                reason.map(given -> given.category().name()).orElse(null),
                reason.map(ErasureProjection::digest).orElse(null));
    }

    private static @Nullable String digest(RecordedReason reason) {
        return reason.text().digest().orElse(null);
    }
}
