package org.indelible.readmodel.participant;

import static org.indelible.readmodel.projection.VersionedTable.table;

import java.time.LocalDate;
import java.util.Locale;
import org.indelible.casebook.LifecycleEvent;
import org.indelible.casebook.LifecycleEvent.BuildAdopted;
import org.indelible.casebook.LifecycleEvent.ConsentRecorded;
import org.indelible.casebook.LifecycleEvent.ConsentWithdrawn;
import org.indelible.casebook.LifecycleEvent.DeviationRaised;
import org.indelible.casebook.LifecycleEvent.IdentityRecorded;
import org.indelible.casebook.LifecycleEvent.ParticipantDied;
import org.indelible.casebook.LifecycleEvent.ParticipantEnrolled;
import org.indelible.casebook.LifecycleEvent.ParticipantLostToFollowUp;
import org.indelible.casebook.LifecycleEvent.ParticipantRandomised;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.LifecycleEvent.ParticipantTransferred;
import org.indelible.casebook.LifecycleEvent.ParticipantWithdrawn;
import org.indelible.casebook.LifecycleEvent.ScreeningFailed;
import org.indelible.casebook.LifecycleEvent.ScreeningStarted;
import org.indelible.casebook.LifecycleEvent.StudyCompleted;
import org.indelible.casebook.LifecycleEvent.TreatmentDiscontinued;
import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.ParticipantKey;
import org.jspecify.annotations.Nullable;

public final class ParticipantProjection implements Projection {
    private static final VersionedTable PARTICIPANT =
            table("participant").key("trial", "participant").columns("rescreen_of");
    private static final VersionedTable SITE =
            table("participant_site").key("trial", "participant").columns("site");
    private static final VersionedTable BUILD =
            table("participant_build").key("trial", "participant").columns("build");
    private static final VersionedTable CONSENT =
            table("consent").key("trial", "participant").columns("version", "obtained_at", "obtained_by", "reconsent");
    private static final VersionedTable MILESTONE =
            table("milestone").key("trial", "participant").columns("what", "rank", "on_day", "detail");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof LifecycleEvent event) {
            new OfParticipant(logged.ledger(), logged.participantKey(), changes).project(event);
        }
    }

    private record OfParticipant(String trial, String key, Changes changes) {

        void project(LifecycleEvent event) {
            switch (event) {
                case ParticipantRegistered registered -> registered(registered);
                case IdentityRecorded recorded -> {}
                case ConsentRecorded recorded -> consented(recorded);
                case ScreeningStarted started -> milestone("screening", 3, started.on(), null);
                case ScreeningFailed failed -> milestone("screen-failed", 4, failed.on(), kebab(failed.failure()));
                case ParticipantEnrolled enrolled -> milestone("enrolled", 5, enrolled.on(), null);
                case ParticipantRandomised randomised ->
                    milestone("randomised", 6, randomised.on(), randomised.randomisationNumber());
                case TreatmentDiscontinued discontinued ->
                    milestone("treatment-discontinued", 7, discontinued.on(), null);
                case StudyCompleted completed -> milestone("completed", 8, completed.on(), null);
                case ParticipantLostToFollowUp lost -> milestone("lost-to-follow-up", 9, lost.on(), null);
                case ConsentWithdrawn withdrawn ->
                    milestone("consent-withdrawn", 10, withdrawn.on(), kebab(withdrawn.scope()));
                case ParticipantWithdrawn withdrawn -> milestone("withdrawn", 11, withdrawn.on(), null);
                case ParticipantDied died -> milestone("died", 12, died.on(), null);
                case ParticipantTransferred transferred -> {
                    changes.replace(SITE, trial, key, transferred.to().value());
                    milestone(
                            "transferred", 0, transferred.on(), transferred.to().value());
                }
                case BuildAdopted adopted -> {
                    changes.replace(BUILD, trial, key, adopted.to().value());
                    milestone("build-adopted", 0, null, adopted.to().value());
                }
                case DeviationRaised raised -> {}
            }
        }

        private void registered(ParticipantRegistered registered) {
            changes.open(
                    PARTICIPANT,
                    trial,
                    key,
                    registered.rescreenOf().map(ParticipantKey::value).orElse(null));
            changes.open(SITE, trial, key, registered.site().value());
            changes.open(BUILD, trial, key, registered.build().value());
            milestone("registered", 1, null, null);
        }

        private void consented(ConsentRecorded recorded) {
            changes.replace(
                    CONSENT,
                    trial,
                    key,
                    recorded.version().value(),
                    recorded.obtainedAt().toString(),
                    recorded.obtainedBy().value(),
                    recorded.reconsent());
            milestone(
                    recorded.reconsent() ? "re-consented" : "consented",
                    recorded.reconsent() ? 0 : 2,
                    recorded.obtainedAt().toLocalDate(),
                    recorded.version().value());
        }

        private void milestone(String what, int rank, @Nullable LocalDate on, @Nullable String detail) {
            changes.open(MILESTONE, trial, key, what, rank, on, detail);
        }
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
