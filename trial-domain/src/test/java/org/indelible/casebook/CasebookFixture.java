package org.indelible.casebook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.authority.Authorities;
import org.indelible.authority.Authority;
import org.indelible.authority.Role;
import org.indelible.casebook.LifecycleEvent.ConsentRecorded;
import org.indelible.casebook.LifecycleEvent.ParticipantRegistered;
import org.indelible.casebook.RecordingCommand.RecordItems;
import org.indelible.casebook.RecordingEvent.ItemsRecorded;
import org.indelible.casebook.VisitEvent.VisitStarted;
import org.indelible.shared.AccountId;
import org.indelible.shared.CasebookId;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.Reason;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SaveId;

/** One participant of one site, and what the tests do with the casebook. */
final class CasebookFixture {
    static final CasebookId ID = new CasebookId(Authorities.TRIAL, new ParticipantKey("01-001"));
    static final SaveId SAVE = new SaveId("save-1");
    static final Reason REASON = Reason.of("Misread from the source");
    static final RecordedReason RECORDED = RecordedReason.of(REASON);
    static final LocalDate TODAY = Authorities.TODAY;
    static final Authority COORDINATOR = withBuild(Role.COORDINATOR);
    static final Authority INVESTIGATOR = withBuild(Role.INVESTIGATOR);
    static final Authority MONITOR = withBuild(Role.MONITOR);
    static final Authority DATA_MANAGER = withBuild(Role.DATA_MANAGER);

    static final ParticipantRegistered REGISTERED =
            new ParticipantRegistered(ID, Authorities.SITE, Builds.HASH, Optional.empty());
    static final ConsentRecorded CONSENTED = new ConsentRecorded(
            Authorities.CONSENT,
            OffsetDateTime.parse("2026-02-01T10:00:00+01:00"),
            new AccountId("investigator"),
            false);
    static final VisitStarted VISIT = new VisitStarted(Builds.BASELINE, Optional.of(TODAY));
    static final ItemsRecorded SYSTOLIC_120 = recorded(first(Builds.SYSTOLIC, "120"));

    private CasebookFixture() {}

    static Authority withBuild(Role role) {
        return Authorities.withBuild(Authorities.of(role), Builds.HASH);
    }

    static TestExecutor<CasebookAggregate> given(Authority authority, CasebookEvent... events) {
        AggregateTestFixture<CasebookAggregate> fixture = new AggregateTestFixture<>(CasebookAggregate.class);
        fixture.registerInjectableResource(authority);
        fixture.registerInjectableResource(new Builds());
        return events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given((Object[]) events);
    }

    /** Registered, consented, baseline begun today, then these; the last of the three fixed events has number 2. */
    static CasebookEvent[] begun(CasebookEvent... more) {
        List<CasebookEvent> events = new ArrayList<>(List.of(REGISTERED, CONSENTED, VISIT));
        events.addAll(List.of(more));
        return events.toArray(CasebookEvent[]::new);
    }

    static RecordedItem first(ItemRef item, String text) {
        return first(item, text, DisclosureClass.VALUE);
    }

    static RecordedItem first(ItemRef item, String text, DisclosureClass disclosureClass) {
        return new RecordedItem(
                item,
                Disclosable.of(Optional.of(text), disclosureClass),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static ItemsRecorded recorded(RecordedItem... items) {
        return new ItemsRecorded(Builds.VITALS, SAVE, Builds.HASH, Origin.SITE, List.of(items));
    }

    static CorrectedItem corrected(ItemRef item, long old, String text) {
        return new CorrectedItem(
                item,
                new Version(old),
                Disclosable.of(Optional.of(text), DisclosureClass.VALUE),
                Optional.empty(),
                Optional.empty(),
                RECORDED);
    }

    static RecordItems save(ItemEntry... entries) {
        return new RecordItems(ID, Builds.VITALS, List.of(entries), SAVE, Optional.empty(), Optional.empty());
    }

    static RecordItems saveBecause(Reason reason, ItemEntry... entries) {
        return new RecordItems(ID, Builds.VITALS, List.of(entries), SAVE, Optional.of(reason), Optional.empty());
    }

    static ItemEntry change(ItemRef item, String text, long seen) {
        return new ItemEntry(item, ItemContent.value(text), Optional.empty(), Optional.of(new Version(seen)));
    }
}
