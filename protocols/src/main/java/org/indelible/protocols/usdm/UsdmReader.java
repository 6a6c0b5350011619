package org.indelible.protocols.usdm;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.protocols.build.Arm;
import org.indelible.protocols.build.BuildContent;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.odm.Diagnostics;
import org.indelible.protocols.odm.OdmMetadata;
import org.indelible.protocols.odm.Position;
import org.indelible.protocols.odm.Severity;
import org.indelible.protocols.odm.SourceMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a USDM 4.0 JSON file into a study build: the first design of the first version. Activities are forms, as far as their
 * biomedical concepts say what is asked; an activity without one is a form that asks nothing yet, and that is said.
 */
public final class UsdmReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Diagnostics diagnostics = new Diagnostics();

    private UsdmReader() {}

    /** Reads the file; the caller closes the stream. */
    public static OdmMetadata read(InputStream in, String sourceName) {
        return new UsdmReader().read(sourceName, in);
    }

    private OdmMetadata read(String sourceName, InputStream in) {
        Optional<BuildContent> content = parse(in).flatMap(this::content);
        Optional<StudyBuild> build = diagnostics.anyError() ? Optional.empty() : content.map(StudyBuild::of);
        return new OdmMetadata(sourceName, build, diagnostics.all(), SourceMap.NONE);
    }

    private Optional<JsonNode> parse(InputStream in) {
        try {
            return Optional.of(MAPPER.readTree(in));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            diagnostics.error(
                    "not-json",
                    "This is not well-formed JSON: " + e.getOriginalMessage(),
                    "Send the whole file again, in UTF-8.",
                    at == null
                            ? Position.NONE
                            : new Position(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr())),
                    null);
            return Optional.empty();
        }
    }

    private Optional<BuildContent> content(JsonNode file) {
        JsonNode study = file.path("study");
        JsonNode version = study.path("versions").path(0);
        JsonNode design = version.path("studyDesigns").path(0);
        if (!design.isObject()) {
            refuse(
                    "not-usdm",
                    "The file has no study with a version and a study design, as USDM 4.0 has.",
                    "Choose a USDM 4.0 JSON file: it begins with {\"study\": {...}, \"usdmVersion\": \"4.0.0\"}.");
            return Optional.empty();
        }
        sayWhatWasChosen(file, version);
        return content(study, version, design);
    }

    private void sayWhatWasChosen(JsonNode file, JsonNode version) {
        String usdm = file.path("usdmVersion").asString("");
        if (!usdm.startsWith("4")) {
            diagnostics.warning(
                    "usdm-version",
                    "usdmVersion is '" + usdm + "'; the file was read as USDM 4.0.",
                    "Compare the result with the protocol, or export it as USDM 4.0.",
                    Position.NONE,
                    null);
        }
        int designs = version.path("studyDesigns").size();
        if (designs > 1) {
            diagnostics.warning(
                    "several-designs",
                    "The version has " + designs + " study designs; the first was read.",
                    "To use another one, send a file with that design alone, or first.",
                    Position.NONE,
                    null);
        }
    }

    private Optional<BuildContent> content(JsonNode study, JsonNode version, JsonNode design) {
        Map<String, JsonNode> activities = Nodes.byId(design.path("activities"));
        if (activities.isEmpty()) {
            refuse(
                    "no-forms",
                    "The study design has no activities, so nothing could be collected.",
                    "Choose the file with the schedule of activities.");
            return Optional.empty();
        }
        Concepts concepts = new Concepts(diagnostics);
        concepts.read(version.path("biomedicalConcepts"));
        concepts.read(design.path("biomedicalConcepts"));
        Schedule schedule = new Schedule(design, activities, diagnostics);
        List<StudyEventDef> events = schedule.events();
        List<Ref> eventRefs = new ArrayList<>();
        events.forEach(event -> eventRefs.add(Ref.to(event.oid(), eventRefs.size() + 1, false)));
        String name = title(version, "Study Acronym")
                .or(() -> Nodes.text(study, "name"))
                .orElse("Study");
        String identifier = Nodes.text(version, "versionIdentifier").orElse("1");
        BuildContent content = new BuildContent(
                Nodes.text(study, "id").or(() -> Nodes.text(study, "name")).orElse("ST.USDM"),
                name,
                title(version, "Official Study Title").orElse(""),
                Nodes.text(version.path("studyIdentifiers").path(0), "text").orElse(""),
                "MDV." + Nodes.id(version) + "." + identifier,
                "Version " + identifier,
                Nodes.text(design, "description").orElse(""),
                eventRefs,
                events,
                forms(design, concepts),
                concepts.groups(),
                concepts.items(),
                concepts.codeLists(),
                List.of(),
                List.of(),
                List.of(),
                List.of("en"),
                arms(design),
                schedule.epochs());
        return unambiguous(content) ? Optional.of(content) : Optional.empty();
    }

    private static Optional<String> title(JsonNode version, String type) {
        for (JsonNode title : version.path("titles")) {
            if (Nodes.decode(title, "type").filter(type::equals).isPresent()) {
                return Nodes.text(title, "text");
            }
        }
        return Optional.empty();
    }

    private List<FormDef> forms(JsonNode design, Concepts concepts) {
        return Nodes.chained(design.path("activities")).stream()
                .map(activity -> form(activity, concepts))
                .toList();
    }

    private FormDef form(JsonNode activity, Concepts concepts) {
        List<Ref> refs = new ArrayList<>();
        for (String concept : new LinkedHashSet<>(Nodes.texts(activity, "biomedicalConceptIds"))) {
            if (concepts.has(concept)) {
                refs.add(Ref.to(concept, refs.size() + 1, false));
            } else {
                diagnostics.warning(
                        "dangling-reference",
                        "Activity " + Nodes.id(activity) + " refers to concept " + concept
                                + ", which the file does not define.",
                        "Add the biomedical concept, or remove the reference.",
                        Position.NONE,
                        Nodes.id(activity));
            }
        }
        if (refs.isEmpty() && activity.path("childIds").isEmpty()) {
            diagnostics.tally(
                    Severity.INFO,
                    "activity-without-concept",
                    "An activity has no biomedical concept, so its form asks nothing yet",
                    "Add its items in the designer.",
                    Position.NONE);
        }
        return new FormDef(
                Nodes.id(activity), Nodes.label(activity), false, Nodes.description(activity), refs, List.of());
    }

    private static List<Arm> arms(JsonNode design) {
        List<String> order =
                Nodes.chained(design.path("epochs")).stream().map(Nodes::id).toList();
        List<Arm> arms = new ArrayList<>();
        for (JsonNode arm : Nodes.byId(design.path("arms")).values()) {
            Set<String> epochs = new HashSet<>();
            design.path("studyCells").forEach(cell -> {
                if (Nodes.text(cell, "armId").filter(Nodes.id(arm)::equals).isPresent()) {
                    Nodes.text(cell, "epochId").ifPresent(epochs::add);
                }
            });
            arms.add(new Arm(
                    Nodes.id(arm),
                    Nodes.text(arm, "name").orElseGet(() -> Nodes.label(arm)),
                    Nodes.description(arm),
                    Nodes.decode(arm, "type"),
                    order.stream().filter(epochs::contains).toList()));
        }
        return arms;
    }

    /** Encounters and timelines are events alike, and might share an id. */
    private boolean unambiguous(BuildContent content) {
        Set<String> seen = new HashSet<>();
        for (StudyEventDef event : content.studyEvents()) {
            if (!seen.add(event.oid())) {
                diagnostics.error(
                        "duplicate-oid",
                        "Two events have the id " + event.oid() + ".",
                        "Give one of the two another id.",
                        Position.NONE,
                        event.oid());
                return false;
            }
        }
        return true;
    }

    private void refuse(String code, String message, String cure) {
        diagnostics.error(code, message, cure, new Position(1, 1), null);
    }
}
