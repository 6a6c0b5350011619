package org.indelible.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.indelible.account.AccountEvent;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Actor;
import org.indelible.authority.AuthorityRequest;
import org.indelible.authority.Role;
import org.indelible.authority.Standing;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.LifecycleEvent.ParticipantTransferred;
import org.indelible.casebook.LifecycleEvent.ScreeningStarted;
import org.indelible.eventstore.EventType;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignInId;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.site.SiteEvent.SiteOpened;
import org.indelible.trial.TrialEvent.TrialRegistered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedAuthorityTest {
    private static final TrialId TRIAL = new TrialId("5f0c8f0e-6f1c-4b8e-9c3d-2f6a1b7c8d9e");
    private static final SiteId OWN = new SiteId(TRIAL, new SiteKey("701"));
    private static final SiteId OTHER = new SiteId(TRIAL, new SiteKey("702"));
    private static final AccountId ACCOUNT = new AccountId("coordinator");
    private static final Actor ACTOR = new Actor(ACCOUNT, "site-1", Role.COORDINATOR, new SignInId("s-1"));

    private final List<String> readings = new ArrayList<>();
    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public DomainEventStream readEvents(String stream, long from) {
                    // The engine asks for the last number by reading from the first.
                    if (from > 0) {
                        readings.add(stream);
                    }
                    return super.readEvents(stream, from);
                }
            })
            .build();
    private final RecordedAuthority authority = new RecordedAuthority(events, signIn -> Optional.empty());
    private final Map<String, Long> sequences = new HashMap<>();

    @BeforeEach
    void coordinatorOfOneSite() {
        append(StreamId.of(TRIAL), new TrialRegistered(TRIAL, TrialKind.TEST, "Trial", "sponsor"));
        append(OWN.stream(), new SiteOpened(OWN, "Own", "AT", ZoneOffset.UTC));
        append(OTHER.stream(), new SiteOpened(OTHER, "Other", "AT", ZoneOffset.UTC));
        append(
                StreamId.of(ACCOUNT),
                new AccountEvent.AccountCreated(
                        ACCOUNT, Disclosable.of("C. Ordinator", DisclosureClass.IDENTITY), "site-1", false));
        append(
                StreamId.of(ACCOUNT),
                new AccountEvent.RoleGranted(
                        "g-1",
                        Role.COORDINATOR,
                        "site-1",
                        Optional.of(TRIAL),
                        Optional.of(OWN.key()),
                        Optional.empty()));
    }

    @Requirement("R21")
    @Test
    void aRevocationActsOnTheVeryNextRequest() {
        assertThat(standing(OWN.stream(), Optional.empty())).isEqualTo(Standing.IN_FORCE);

        append(
                StreamId.of(ACCOUNT),
                new AccountEvent.RoleRevoked("g-1", RecordedReason.of(Reason.of("left the site"))));

        assertThat(standing(OWN.stream(), Optional.empty())).isEqualTo(Standing.ROLE_NOT_HELD);
    }

    @Requirement("R21")
    @Test
    void namingOnesOwnSiteDoesNotReachAParticipantOfAnother() {
        CasebookId casebook = new CasebookId(TRIAL, new ParticipantKey("P-1"));
        append(
                casebook.stream(),
                new ParticipantRegistered(casebook, OTHER.key(), new BuildHash("B".repeat(43)), Optional.empty()));

        assertThat(standing(casebook.stream(), Optional.of(OWN.key()))).isEqualTo(Standing.ROLE_NOT_HELD);
    }

    @Requirement("R21")
    @Test
    void aParticipantReachesTheirOwnCasebookAndNoOther() {
        AccountId account = new AccountId("theresa");
        append(
                StreamId.of(account),
                new AccountEvent.AccountCreated(
                        account, Disclosable.of("Theresa B.", DisclosureClass.IDENTITY), "self", false));
        append(
                StreamId.of(account),
                new AccountEvent.RoleGranted(
                        "g-2",
                        Role.PARTICIPANT,
                        "self",
                        Optional.of(TRIAL),
                        Optional.of(OWN.key()),
                        Optional.of(new ParticipantKey("P-7"))));
        Actor participant = new Actor(account, "self", Role.PARTICIPANT, new SignInId("s-2"));

        assertThat(standing(participant, casebookAt(OWN, "P-7"))).isEqualTo(Standing.IN_FORCE);
        assertThat(standing(participant, casebookAt(OWN, "P-8"))).isEqualTo(Standing.ROLE_NOT_HELD);
    }

    @Requirement("R21")
    @Test
    void whatThisNodeAppendedIsReadAgainOnlyWhereItMovesTheParticipant() {
        CasebookId casebook = new CasebookId(TRIAL, new ParticipantKey("P-9"));
        String stream = casebookAt(OWN, "P-9").toString();
        assertThat(standing(casebook.stream(), Optional.empty())).isEqualTo(Standing.IN_FORCE);

        readings.clear();
        append(casebook.stream(), new ScreeningStarted(LocalDate.parse("2026-03-03")));
        authority.appended(stream, 1, "screening-started");
        assertThat(standing(casebook.stream(), Optional.empty())).isEqualTo(Standing.IN_FORCE);
        assertThat(readings).doesNotContain(stream);

        append(
                casebook.stream(),
                new ParticipantTransferred(
                        OWN.key(), OTHER.key(), LocalDate.parse("2026-03-03"), RecordedReason.of(Reason.of("moved"))));
        authority.appended(
                stream,
                2,
                ParticipantTransferred.class.getAnnotation(EventType.class).name());
        assertThat(standing(casebook.stream(), Optional.empty())).isEqualTo(Standing.ROLE_NOT_HELD);
    }

    private StreamId casebookAt(SiteId site, String key) {
        CasebookId casebook = new CasebookId(TRIAL, new ParticipantKey(key));
        append(
                casebook.stream(),
                new ParticipantRegistered(casebook, site.key(), new BuildHash("B".repeat(43)), Optional.empty()));
        return casebook.stream();
    }

    private Standing standing(Actor actor, StreamId target) {
        return authority
                .evaluate(new AuthorityRequest(actor, target, Optional.empty(), Instant.parse("2026-03-03T12:00:00Z")))
                .standing();
    }

    private Standing standing(StreamId target, Optional<SiteKey> named) {
        return authority
                .evaluate(new AuthorityRequest(ACTOR, target, named, Instant.parse("2026-03-03T12:00:00Z")))
                .standing();
    }

    private void append(StreamId stream, Object event) {
        long sequence = sequences.merge(stream.toString(), 0L, (known, zero) -> known + 1);
        events.publish(new GenericDomainEventMessage<>(stream.type(), stream.toString(), sequence, event));
    }
}
