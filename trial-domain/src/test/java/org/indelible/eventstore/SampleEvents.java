package org.indelible.eventstore;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;

/** Events of the tests' own, one per thing that a stored event may hold. */
final class SampleEvents {
    private SampleEvents() {}

    static EventTypeRegistry registry() {
        return EventTypeRegistry.of(List.of(VisitRecorded.class, ItemsSaved.class, NoteAdded.class));
    }

    record VisitId(@JsonValue String value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        VisitId {}
    }

    enum Duty {
        CONSENT,
        DATA_ENTRY,
        PRESCRIBING
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AtSite.class, name = "site"),
        @JsonSubTypes.Type(value = AtHome.class, name = "home")
    })
    sealed interface Place permits AtSite, AtHome {}

    record AtSite(String siteKey) implements Place {}

    record AtHome(boolean video) implements Place {}

    @EventType(name = "sample.visit-recorded", revision = 2)
    record VisitRecorded(
            @InClear VisitId visit,
            @InClear Place place,
            @InClear LocalDate day,
            @InClear OffsetDateTime at,
            @InClear Instant stored,
            @InClear ZoneId zone,
            @InClear Set<Duty> duties,
            @InClear Map<String, Integer> counts,
            @InClear Optional<String> build,
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<Optional<String>> comment) {}

    record Item(
            @InClear String oid,
            Disclosable<Optional<String>> value,
            @InClear Optional<String> unit) {}

    @EventType(name = "sample.items-saved")
    record ItemsSaved(
            @InClear List<Item> items,
            @Disclosed(DisclosureClass.ALLOCATION) List<Disclosable<String>> kits,
            @Disclosed(DisclosureClass.IDENTITY) Disclosable<String> initials) {}

    @EventType(name = "sample.note-added")
    record NoteAdded(
            @Disclosed(DisclosureClass.FREE_TEXT) Disclosable<String> note,
            @InClear int number) {}

    static VisitRecorded visitRecorded() {
        return new VisitRecorded(
                new VisitId("V1"),
                new AtSite("101"),
                LocalDate.of(2026, 3, 1),
                OffsetDateTime.parse("2026-03-01T09:30:00+02:00"),
                Instant.parse("2026-03-01T07:31:00.123Z"),
                ZoneId.of("Europe/Athens"),
                Set.of(Duty.PRESCRIBING, Duty.CONSENT, Duty.DATA_ENTRY),
                Map.of("b", 2, "a", 1),
                Optional.empty(),
                Disclosable.of(Optional.empty(), DisclosureClass.FREE_TEXT));
    }

    static ItemsSaved itemsSaved() {
        return new ItemsSaved(
                List.of(
                        new Item(
                                "IT.SYSBP",
                                Disclosable.of(Optional.of("138"), DisclosureClass.VALUE),
                                Optional.of("mmHg")),
                        new Item(
                                "IT.INITIALS",
                                Disclosable.of(Optional.of("ABC"), DisclosureClass.IDENTITY),
                                Optional.empty())),
                List.of(Disclosable.of("K-17", DisclosureClass.ALLOCATION)),
                Disclosable.of("ABC", DisclosureClass.IDENTITY));
    }

    static NoteAdded noteAdded(int number) {
        return new NoteAdded(Disclosable.of("note " + number, DisclosureClass.FREE_TEXT), number);
    }
}
