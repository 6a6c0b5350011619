package org.indelible.protocols.odm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.indelible.protocols.build.EventTiming;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.build.TranslatedText;
import org.indelible.protocols.build.VisitWindow;

/** Reads what contains: protocol, events, forms, item groups (ODM 1.3.2, 3.1.1.3.2 to 3.1.1.3.5). */
final class StructureReader {
    private final Definitions definitions;
    private final Reading reading;

    StructureReader(Definitions definitions, Reading reading) {
        this.definitions = definitions;
        this.reading = reading;
    }

    /** The protocol's events; all events in document order where the file does not say. */
    List<Ref> eventRefs(Element version, List<StudyEventDef> events) {
        List<Ref> refs = definitions
                .protocol()
                .map(p -> reading.refs(p, "StudyEventRef", "StudyEventOID", "StudyEventDef"))
                .orElse(List.of());
        if (!refs.isEmpty() || events.isEmpty()) {
            return refs;
        }
        if (!definitions.all("StudyEventDef").isEmpty()) {
            reading.warning(
                    "no-protocol",
                    "The file does not order its events (Protocol with StudyEventRef); all are taken in the order"
                            + " written.",
                    "Add a Protocol element if the order matters.",
                    version);
        }
        return IntStream.range(0, events.size())
                .mapToObj(i -> Ref.to(events.get(i).oid(), i + 1, false))
                .toList();
    }

    List<StudyEventDef> events(Element version) {
        List<StudyEventDef> events =
                definitions.all("StudyEventDef").stream().map(this::event).toList();
        return events.isEmpty() && !definitions.all("FormDef").isEmpty() ? List.of(standIn(version)) : events;
    }

    /** REDCap's classic projects and form libraries have forms and no events; one event holds them all, and that is said. */
    private StudyEventDef standIn(Element version) {
        reading.warning(
                "no-events",
                "The file defines forms but no events (as REDCap's classic projects and form libraries do); one event, "
                        + StudyEventDef.ALL_FORMS + ", was made to hold all forms.",
                "Confirm that the study has a single event, or add StudyEventDef elements.",
                version);
        List<String> forms =
                definitions.all("FormDef").stream().map(Reading::oid).toList();
        return new StudyEventDef(
                StudyEventDef.ALL_FORMS,
                "All forms",
                EventType.SCHEDULED,
                false,
                Optional.empty(),
                TranslatedText.none(),
                IntStream.range(0, forms.size())
                        .mapToObj(i -> Ref.to(forms.get(i), i + 1, false))
                        .toList(),
                List.of());
    }

    private StudyEventDef event(Element e) {
        StudyEventDef event = new StudyEventDef(
                Reading.oid(e),
                reading.name(e),
                type(e),
                reading.yes(e, "Repeating"),
                e.stated("Category"),
                reading.text(e, "Description"),
                reading.refs(e, "FormRef", "FormOID", "FormDef"),
                reading.aliases(e),
                OdmExtras.of(e).value("timing", EventTiming.class));
        if (event.window().isEmpty()
                && event.aliases().stream().anyMatch(a -> a.context().equals(VisitWindow.ALIAS_CONTEXT))) {
            reading.warning(
                    "bad-visit-window",
                    "The visit window of " + event.oid() + " cannot be read; the visit has none.",
                    "Write it as anchor=SE/F/IG/I;item=I;target=P14D;before=P3D;after=P3D.",
                    e);
        }
        return event;
    }

    private EventType type(Element e) {
        Optional<String> type = e.stated("Type");
        if (type.isEmpty()) {
            reading.warning("missing-type", "The event has no Type; Scheduled was assumed.", "State its Type.", e);
            return EventType.SCHEDULED;
        }
        return switch (type.get().toLowerCase(Locale.ROOT)) {
            case "scheduled" -> EventType.SCHEDULED;
            case "unscheduled" -> EventType.UNSCHEDULED;
            case "common" -> EventType.COMMON;
            default -> {
                reading.error(
                        "unknown-event-type",
                        "The event's Type is '" + type.get() + "'.",
                        "Write Scheduled, Unscheduled or Common.",
                        e);
                yield EventType.SCHEDULED;
            }
        };
    }

    List<FormDef> forms() {
        return definitions.all("FormDef").stream()
                .map(e -> new FormDef(
                        Reading.oid(e),
                        reading.name(e),
                        reading.yes(e, "Repeating"),
                        reading.text(e, "Description"),
                        reading.refs(e, "ItemGroupRef", "ItemGroupOID", "ItemGroupDef"),
                        reading.aliases(e)))
                .toList();
    }

    List<ItemGroupDef> itemGroups() {
        return definitions.all("ItemGroupDef").stream()
                .map(e -> new ItemGroupDef(
                        Reading.oid(e),
                        reading.name(e),
                        reading.yes(e, "Repeating"),
                        e.stated("Domain"),
                        reading.text(e, "Description"),
                        reading.refs(e, "ItemRef", "ItemOID", "ItemDef"),
                        reading.aliases(e),
                        e.stated("Purpose")))
                .toList();
    }
}
