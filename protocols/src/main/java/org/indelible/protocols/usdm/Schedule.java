package org.indelible.protocols.usdm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.Epoch;
import org.indelible.protocols.build.EventTiming;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.Position;
import org.indelible.protocols.odm.Severity;
import tools.jackson.databind.JsonNode;

/**
 * The schedule of one study design (USDM 4.0, ScheduleTimeline): encounters are events, the activities scheduled at them their
 * forms. A timeline that is not the main one and hangs below no activity, for adverse events for example, is an unscheduled event.
 */
final class Schedule {
    private final JsonNode design;
    private final Map<String, JsonNode> activities;
    private final Diagnostics diagnostics;
    private final Map<String, JsonNode> timelines = new LinkedHashMap<>();
    private final Map<String, Set<String>> formsOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> eventsOfEpoch = new HashMap<>();
    private final Map<String, String> encounterOfInstance = new HashMap<>();

    Schedule(JsonNode design, Map<String, JsonNode> activities, Diagnostics diagnostics) {
        this.design = design;
        this.activities = activities;
        this.diagnostics = diagnostics;
        timelines.putAll(Nodes.byId(design.path("scheduleTimelines")));
        timelines.values().forEach(this::place);
    }

    private void place(JsonNode timeline) {
        for (JsonNode instance : timeline.path("instances")) {
            if (instance.path("instanceType").asString("").equals("ScheduledDecisionInstance")) {
                diagnostics.tally(
                        Severity.INFO,
                        "decision-not-executed",
                        "A decision of the schedule is not executed",
                        "State it as a condition of the events or forms it is about.",
                        Position.NONE);
            }
            Nodes.text(instance, "encounterId").ifPresent(encounter -> {
                encounterOfInstance.put(Nodes.id(instance), encounter);
                formsOf.computeIfAbsent(encounter, e -> new LinkedHashSet<>()).addAll(forms(instance, new HashSet<>()));
                Nodes.text(instance, "epochId")
                        .ifPresent(epoch -> eventsOfEpoch
                                .computeIfAbsent(epoch, e -> new LinkedHashSet<>())
                                .add(encounter));
            });
        }
    }

    /** Activities of the instance, each followed by those of the timeline that hangs below it. */
    private Set<String> forms(JsonNode instance, Set<String> entered) {
        Set<String> forms = new LinkedHashSet<>();
        for (String activity : Nodes.texts(instance, "activityIds")) {
            JsonNode known = activities.get(activity);
            if (known == null) {
                diagnostics.warning(
                        "dangling-reference",
                        "The schedule refers to activity " + activity + ", which the file does not define.",
                        "Add the activity, or remove the reference.",
                        Position.NONE,
                        activity);
                continue;
            }
            forms.add(activity);
            Nodes.text(known, "timelineId")
                    .filter(entered::add)
                    .map(timelines::get)
                    .ifPresent(below -> below.path("instances").forEach(inner -> forms.addAll(forms(inner, entered))));
        }
        return forms;
    }

    List<StudyEventDef> events() {
        List<StudyEventDef> events = new ArrayList<>();
        for (JsonNode encounter : Nodes.chained(design.path("encounters"))) {
            events.add(new StudyEventDef(
                    Nodes.id(encounter),
                    Nodes.label(encounter),
                    EventType.SCHEDULED,
                    false,
                    Optional.empty(),
                    Nodes.description(encounter),
                    refs(formsOf.getOrDefault(Nodes.id(encounter), Set.of())),
                    List.of(),
                    timing(encounter)));
        }
        Set<String> below = new HashSet<>();
        activities
                .values()
                .forEach(activity -> Nodes.text(activity, "timelineId").ifPresent(below::add));
        timelines.values().stream()
                .filter(timeline ->
                        !timeline.path("mainTimeline").asBoolean(false) && !below.contains(Nodes.id(timeline)))
                .forEach(timeline -> events.add(unscheduled(timeline)));
        return events;
    }

    private StudyEventDef unscheduled(JsonNode timeline) {
        Set<String> forms = new LinkedHashSet<>();
        timeline.path("instances").forEach(instance -> forms.addAll(forms(instance, new HashSet<>())));
        return new StudyEventDef(
                Nodes.id(timeline),
                Nodes.label(timeline),
                EventType.UNSCHEDULED,
                true,
                Optional.empty(),
                Nodes.description(timeline),
                refs(forms),
                List.of());
    }

    static List<Ref> refs(Set<String> oids) {
        List<Ref> refs = new ArrayList<>();
        oids.forEach(oid -> refs.add(Ref.to(oid, refs.size() + 1, false)));
        return refs;
    }

    /** The timing the encounter names, else the one from an instance of it; a fixed reference is due after nothing. */
    private Optional<EventTiming> timing(JsonNode encounter) {
        Optional<String> named = Nodes.text(encounter, "scheduledAtId");
        for (JsonNode timeline : timelines.values()) {
            for (JsonNode timing : timeline.path("timings")) {
                String from =
                        Nodes.text(timing, "relativeFromScheduledInstanceId").orElse("");
                boolean meant = named.map(id -> id.equals(Nodes.id(timing)))
                        .orElseGet(() -> Nodes.id(encounter).equals(encounterOfInstance.get(from)));
                if (meant) {
                    return timing(encounter, timing);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<EventTiming> timing(JsonNode encounter, JsonNode timing) {
        String sign = Nodes.decode(timing, "type").filter("Before"::equals).isPresent() ? "-" : "";
        return Nodes.text(timing, "relativeToScheduledInstanceId")
                .map(encounterOfInstance::get)
                .filter(anchor -> !anchor.equals(Nodes.id(encounter)))
                .flatMap(anchor -> Nodes.text(timing, "value")
                        .map(value -> new EventTiming(
                                anchor,
                                sign + value,
                                Nodes.text(timing, "windowLower"),
                                Nodes.text(timing, "windowUpper"))));
    }

    List<Epoch> epochs() {
        return Nodes.chained(design.path("epochs")).stream()
                .map(epoch -> new Epoch(
                        Nodes.id(epoch),
                        Nodes.text(epoch, "name").orElseGet(() -> Nodes.label(epoch)),
                        Nodes.description(epoch),
                        Nodes.decode(epoch, "type"),
                        List.copyOf(eventsOfEpoch.getOrDefault(Nodes.id(epoch), Set.of()))))
                .toList();
    }
}
