package org.indelible.casebook;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.indelible.authority.Authority;
import org.indelible.authority.AuthorityEvaluator;
import org.indelible.authority.AuthorityRequest;
import org.indelible.casebook.LifecycleEvent.DeviationRaised;
import org.indelible.platform.LedgerTime;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.AuthenticationMethod;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.StreamId;
import org.springframework.stereotype.Component;

/** Which acts have their turn: asked of the rules themselves, with what each would be sent as today. Nothing is recorded by asking. */
@Component
class ActTurns {
    private final EventStore events;
    private final AuthorityEvaluator authority;
    private final StudyBuilds builds;
    private final LedgerTime time;
    private final Say say;

    ActTurns(EventStore events, AuthorityEvaluator authority, StudyBuilds builds, LedgerTime time, Say say) {
        this.events = events;
        this.authority = authority;
        this.builds = builds;
        this.time = time;
        this.say = say;
    }

    /** What the role may do with a participant, in the usual order. */
    List<OfferedAct> of(TrialPage page, String participant) {
        List<ParticipantAct> offered = ParticipantAct.offered(page);
        if (offered.isEmpty()) {
            return List.of();
        }
        CasebookId casebook = Casebooks.id(page, participant);
        CasebookState state = state(casebook);
        Instant now = time.clockOf(page.id()).instant();
        Authority today = authority.evaluate(
                new AuthorityRequest(page.person().actor(), StreamId.of(casebook), Optional.empty(), now));
        return offered.stream()
                .map(act -> new OfferedAct(act, outOfTurn(command(act, casebook, page, today), state, today)))
                .toList();
    }

    private Optional<String> outOfTurn(CasebookCommand command, CasebookState state, Authority today) {
        try {
            List<CasebookEvent> decided = CasebookDecisions.decide(state, command, today, builds);
            return command instanceof LifecycleCommand.RecordConsent ? Optional.empty() : deviation(decided);
        } catch (DomainRefusal refusal) {
            return Optional.ofNullable(refusal.getMessage());
        }
    }

    /** Of consent nothing is told: which version was signed is not known before somebody says it. */
    private Optional<String> deviation(List<CasebookEvent> decided) {
        return decided.stream()
                .filter(DeviationRaised.class::isInstance)
                .map(DeviationRaised.class::cast)
                .map(raised -> say.message("act.deviates", say.word("deviation.of", raised.kind())))
                .findFirst();
    }

    private static CasebookCommand command(ParticipantAct act, CasebookId casebook, TrialPage page, Authority today) {
        ActForm asked = new ActForm(
                today.day(),
                LocalTime.MIN,
                "-",
                ParticipantActController.choices(act).stream().findFirst().orElse(null),
                ReasonCategory.OTHER.name(),
                "-",
                null,
                null,
                null);
        AuthenticationEvidence signing = new AuthenticationEvidence(
                page.person().account(),
                page.person().signIn(),
                AuthenticationMethod.PASSWORD,
                today.at(),
                2,
                true,
                Optional.empty());
        return asked.toCommand(act, casebook, page.person().account(), page.zone(), Optional.of(signing));
    }

    private CasebookState state(CasebookId casebook) {
        CasebookState[] state = {CasebookState.NONE};
        events.readEvents(StreamId.of(casebook).toString())
                .asStream()
                .forEach(message ->
                        state[0] = state[0].evolve((CasebookEvent) message.getPayload(), message.getSequenceNumber()));
        return state[0];
    }
}
