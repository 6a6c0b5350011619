package org.indelible.casebook;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.indelible.authority.Authority;
import org.indelible.casebook.AttachmentCommand.FileAttachment;
import org.indelible.casebook.AttachmentCommand.InactivateAttachment;
import org.indelible.casebook.CasebookState.Registered;
import org.indelible.casebook.DeviationCommand.AssessDeviation;
import org.indelible.casebook.DraftCommand.DiscardDraft;
import org.indelible.casebook.DraftCommand.NoteLeftDraft;
import org.indelible.casebook.LifecycleCommand.*;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.LockCommand.*;
import org.indelible.casebook.PartLockCommand.*;
import org.indelible.casebook.RecordingCommand.*;
import org.indelible.casebook.RecordingEvent.ItemsCorrected;
import org.indelible.casebook.RecordingEvent.ItemsRecorded;
import org.indelible.casebook.ReviewCommand.*;
import org.indelible.casebook.SigningCommand.*;
import org.indelible.casebook.VisitCommand.*;
import org.indelible.casebook.VisitEvent.FormMigrated;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CommandMetadata;
import org.indelible.shared.SiteKey;
import org.jspecify.annotations.Nullable;

/** Axon shell of a casebook: loads the state, asks {@link CasebookDecisions}, appends what comes of it. */
@AggregateRoot(type = "casebook")
public class CasebookAggregate {
    @AggregateIdentifier
    private @Nullable String id;

    private CasebookState state = CasebookState.NONE;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterParticipant command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordIdentity command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordConsent command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(StartScreening command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(FailScreening command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(Enrol command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordRandomisation command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(DiscontinueTreatment command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(WithdrawConsent command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(WithdrawFromStudy command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordLostToFollowUp command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordDeath command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(CompleteStudy command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(TransferParticipant command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(AdoptBuild command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RaiseDeviation command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(StartVisit command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(MarkVisitNotDone command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(MarkFormNotDone command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(MigrateForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RecordItems command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(InactivateItems command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(InactivateGroup command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(InactivateForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(SignForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(SignVisit command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(SignCasebook command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(OpenForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(VerifyItems command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(RaiseQuery command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(AnswerQuery command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(CloseQuery command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(ReopenQuery command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(CancelQuery command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(FreezeForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(UnfreezeForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(LockCasebook command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(AuthoriseUnlock command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(UnlockCasebook command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(ReviewForm command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(DiscardDraft command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(NoteLeftDraft command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(AssessDeviation command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(FreezePart command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(UnfreezePart command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(LockPart command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(AuthorisePartUnlock command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(UnlockPart command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(FileAttachment command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    @CommandHandler
    void handle(InactivateAttachment command, Authority authority, StudyBuilds builds) {
        decide(command, authority, builds);
    }

    private void decide(CasebookCommand command, Authority authority, StudyBuilds builds) {
        CasebookDecisions.decide(state, command, authority, builds).forEach(event -> apply(event, claims(event)));
    }

    /** The participant's site at this moment and the study build, which are claims of every entry of a casebook. */
    private MetaData claims(CasebookEvent event) {
        return switch (event) {
            case ParticipantRegistered e -> claims(e.site(), e.build());
            case ItemsRecorded e -> claims(registered().site(), e.build());
            case ItemsCorrected e -> claims(registered().site(), e.build());
            case FormMigrated e -> claims(registered().site(), e.to());
            default -> claims(registered().site(), registered().build());
        };
    }

    private static MetaData claims(SiteKey site, BuildHash build) {
        return MetaData.with(CommandMetadata.SITE, site.value()).and(CommandMetadata.STUDY_BUILD, build.value());
    }

    private Registered registered() {
        return state.registered().orElseThrow();
    }

    @EventSourcingHandler
    void on(CasebookEvent event, @SequenceNumber Long seq) {
        state = state.evolve(event, seq);
        if (event instanceof ParticipantRegistered registered) {
            id = registered.casebook().toString();
        }
    }
}
