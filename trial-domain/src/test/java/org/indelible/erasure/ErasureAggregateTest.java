package org.indelible.erasure;

import static org.indelible.authority.Authorities.TRIAL;
import static org.indelible.authority.Authorities.withRetention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.erasure.ErasableTexts.ErasableText;
import org.indelible.erasure.ErasureCommand.*;
import org.indelible.erasure.ErasureEvent.*;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.EntryHash;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.Refused;
import org.indelible.shared.TrialId;
import org.junit.jupiter.api.Test;

@Requirement({"R06", "R68", "R69"})
class ErasureAggregateTest {
    private static final Reason REASON = Reason.of("The participant's name was typed into the comment");
    private static final RecordedReason RECORDED = RecordedReason.of(REASON);
    private static final ParticipantKey PARTICIPANT = new ParticipantKey("701-001");
    private static final ErasureSubject SUBJECT = new ErasureSubject(TRIAL, Optional.of(PARTICIPANT));
    private static final ErasureSubject NOBODY = new ErasureSubject(TRIAL, Optional.empty());
    private static final ErasureId ID = new ErasureId("0190a1b2-0000-7000-8000-000000000001");
    private static final ErasureId OTHER_ID = new ErasureId("0190a1b2-0000-7000-8000-000000000002");
    private static final EntryHash ENTRY = new EntryHash("E".repeat(43));
    private static final EntryHash ORDER = new EntryHash("O".repeat(43));
    private static final DisclosureDigest COMMENT = digest('C');
    private static final DisclosureDigest REASON_TEXT = digest('R');
    private static final DisclosureDigest NAME = digest('I');
    private static final DisclosureDigest PULSE = digest('V');
    private static final DisclosureDigest GONE = digest('G');
    private static final LocalDate TODAY = Authorities.of(Role.INVESTIGATOR).day();

    private final Authority coordinator = Authorities.of(Role.COORDINATOR);
    private final Authority investigator = Authorities.of(Role.INVESTIGATOR);
    private final Authority dataManager = Authorities.of(Role.DATA_MANAGER);
    private final Authority monitor = Authorities.of(Role.MONITOR);
    private final Authority system = Authorities.of(Role.SYSTEM);

    private static DisclosureDigest digest(char letter) {
        return new DisclosureDigest(String.valueOf(letter).repeat(43));
    }

    private static Optional<ErasableText> text(TrialId trial, long entry, DisclosureDigest text) {
        if (entry != 12) {
            return Optional.empty();
        }
        return switch (text.value().charAt(0)) {
            case 'C' -> Optional.of(of(DisclosureClass.FREE_TEXT, "text", false));
            case 'R' -> Optional.of(of(DisclosureClass.FREE_TEXT, "description", false));
            case 'I' -> Optional.of(of(DisclosureClass.IDENTITY, "name", false));
            case 'V' -> Optional.of(of(DisclosureClass.VALUE, "value", false));
            case 'G' -> Optional.of(of(DisclosureClass.FREE_TEXT, "text", true));
            default -> Optional.empty();
        };
    }

    private static ErasableText of(DisclosureClass disclosureClass, String field, boolean erased) {
        return new ErasableText(ENTRY, Optional.of(PARTICIPANT), disclosureClass, field, erased);
    }

    private static TestExecutor<ErasureAggregate> given(Authority authority, ErasureEvent... events) {
        AggregateTestFixture<ErasureAggregate> fixture = new AggregateTestFixture<>(ErasureAggregate.class);
        fixture.registerInjectableResource(authority);
        fixture.registerInjectableResource((ErasableTexts) ErasureAggregateTest::text);
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    private static RequestTextErasure ask(DisclosureDigest... texts) {
        return new RequestTextErasure(SUBJECT, ID, 12, List.of(texts), REASON);
    }

    private static TextErasureRequested asked(Authority by) {
        return new TextErasureRequested(
                ID,
                12,
                ENTRY,
                List.of(COMMENT),
                List.of("text"),
                by.actor().account(),
                by.actor().role(),
                RECORDED);
    }

    private static IdentityErasureRequested identityAsked(Authority by, LocalDate until) {
        return new IdentityErasureRequested(
                ID, until, by.actor().account(), by.actor().role(), RECORDED);
    }

    private static ErasureApproved approved(Authority first, Authority second) {
        return new ErasureApproved(ID, first.actor().account(), second.actor().account());
    }

    @Test
    void a_stray_identifier_goes_by_two_persons() {
        given(coordinator).when(ask(COMMENT)).expectEvents(asked(coordinator));
        given(investigator, asked(coordinator))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectEvents(approved(coordinator, investigator));
        given(system, asked(coordinator), approved(coordinator, investigator))
                .when(new RecordErasure(SUBJECT, ID, ORDER))
                .expectEvents(new ErasureCarriedOut(ID, ORDER));
    }

    @Test
    void several_fields_of_one_entry_go_together() {
        given(coordinator)
                .when(ask(COMMENT, REASON_TEXT))
                .expectEvents(new TextErasureRequested(
                        ID,
                        12,
                        ENTRY,
                        List.of(COMMENT, REASON_TEXT),
                        List.of("text", "description"),
                        new AccountId("coordinator"),
                        Role.COORDINATOR,
                        RECORDED));
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        given(investigator, asked(investigator))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectException(Refused.with("second-person-needed"));
    }

    @Test
    void the_sponsor_alone_erases_nothing_about_a_participant() {
        given(dataManager, asked(monitor))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectException(Refused.with("investigator-needed"));
        given(investigator, asked(monitor))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectEvents(approved(monitor, investigator));
        given(dataManager, asked(investigator))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectEvents(approved(investigator, dataManager));
    }

    @Test
    void who_may_neither_ask_nor_approve() {
        for (Role role : List.of(Role.ADMINISTRATOR, Role.INSPECTOR, Role.STUDY_BUILDER, Role.PARTICIPANT)) {
            given(Authorities.of(role)).when(ask(COMMENT)).expectException(DomainRefusal.class);
        }
        given(monitor, asked(investigator))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectException(Refused.with("act-not-permitted"));
        given(investigator, asked(coordinator), approved(coordinator, investigator))
                .when(new RecordErasure(SUBJECT, ID, ORDER))
                .expectException(DomainRefusal.class);
    }

    @Test
    void only_free_text_that_is_there_and_about_the_subject_can_be_asked_for() {
        given(coordinator).when(ask()).expectException(Refused.with("no-such-text"));
        given(coordinator).when(ask(digest('X'))).expectException(Refused.with("no-such-text"));
        given(coordinator).when(ask(NAME)).expectException(Refused.with("identity-erased-as-a-whole"));
        given(coordinator).when(ask(PULSE)).expectException(Refused.with("not-erasable"));
        given(coordinator).when(ask(GONE)).expectException(Refused.with("already-erased"));
        given(coordinator)
                .when(new RequestTextErasure(SUBJECT, ID, 13, List.of(COMMENT), REASON))
                .expectException(Refused.with("no-such-text"));
        given(dataManager)
                .when(new RequestTextErasure(NOBODY, ID, 12, List.of(COMMENT), REASON))
                .expectException(Refused.with("no-such-text"));
        given(coordinator, asked(coordinator))
                .when(new RequestTextErasure(SUBJECT, OTHER_ID, 12, List.of(COMMENT), REASON))
                .expectException(Refused.with("erasure-under-way"));
    }

    @Test
    void a_declined_request_is_over_and_can_be_made_again() {
        ErasureDeclined declined = new ErasureDeclined(ID, new AccountId("investigator"), RECORDED);

        given(investigator, asked(coordinator))
                .when(new DeclineErasure(SUBJECT, ID, REASON))
                .expectEvents(declined);
        given(monitor, asked(coordinator))
                .when(new DeclineErasure(SUBJECT, ID, REASON))
                .expectException(Refused.with("act-not-permitted"));
        given(coordinator, asked(coordinator))
                .when(new DeclineErasure(SUBJECT, ID, REASON))
                .expectEvents(new ErasureDeclined(ID, new AccountId("coordinator"), RECORDED));
        given(investigator, asked(coordinator), declined)
                .when(new ApproveErasure(SUBJECT, ID))
                .expectException(Refused.with("erasure-not-pending"));
        given(coordinator, asked(coordinator), declined)
                .when(new RequestTextErasure(SUBJECT, OTHER_ID, 12, List.of(COMMENT), REASON))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void that_it_was_carried_out_is_said_once_and_only_after_the_approval() {
        given(system, asked(coordinator))
                .when(new RecordErasure(SUBJECT, ID, ORDER))
                .expectException(Refused.with("erasure-not-pending"));
        given(system, asked(coordinator), approved(coordinator, investigator), new ErasureCarriedOut(ID, ORDER))
                .when(new RecordErasure(SUBJECT, ID, ORDER))
                .expectNoEvents();
    }

    @Test
    void an_identity_stays_until_the_recorded_end_of_retention_is_over() {
        RequestIdentityErasure ask = new RequestIdentityErasure(SUBJECT, ID, REASON);
        LocalDate yesterday = TODAY.minusDays(1);

        given(investigator).when(ask).expectException(Refused.with("retention-end-not-recorded"));
        given(withRetention(investigator, TODAY)).when(ask).expectException(Refused.with("retention-not-ended"));
        given(withRetention(investigator, yesterday)).when(ask).expectEvents(identityAsked(investigator, yesterday));
        given(withRetention(dataManager, TODAY.plusYears(1)), identityAsked(investigator, yesterday))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectException(Refused.with("retention-not-ended"));
        given(withRetention(dataManager, yesterday), identityAsked(investigator, yesterday))
                .when(new ApproveErasure(SUBJECT, ID))
                .expectEvents(approved(investigator, dataManager));
    }

    @Test
    void an_identity_is_erased_once() {
        LocalDate yesterday = TODAY.minusDays(1);
        RequestIdentityErasure again = new RequestIdentityErasure(SUBJECT, OTHER_ID, REASON);

        given(withRetention(investigator, yesterday), identityAsked(investigator, yesterday))
                .when(again)
                .expectException(Refused.with("erasure-under-way"));
        given(
                        withRetention(investigator, yesterday),
                        identityAsked(investigator, yesterday),
                        approved(investigator, dataManager),
                        new ErasureCarriedOut(ID, ORDER))
                .when(again)
                .expectException(Refused.with("already-erased"));
        given(withRetention(dataManager, yesterday))
                .when(new RequestIdentityErasure(NOBODY, ID, REASON))
                .expectException(Refused.with("participant-missing"));
    }
}
