package org.indelible.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.indelible.casebook.FormPreviews;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.design.Design;
import org.indelible.protocols.design.Trail;
import org.indelible.protocols.odm.Diagnostic;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Puts a draft on the model: its tree, the editor of one place, what validation says, and the form as a site would see it. */
@Component
class DesignPages {
    /** Data types that are offered; one that a file brought is offered besides. */
    private static final List<DataType> TYPES = List.of(
            DataType.TEXT,
            DataType.INTEGER,
            DataType.FLOAT,
            DataType.DATE,
            DataType.PARTIAL_DATE,
            DataType.TIME,
            DataType.DATETIME,
            DataType.BOOLEAN);

    private final DesignDrafts drafts;
    private final FormPreviews previews;
    private final Say say;

    DesignPages(DesignDrafts drafts, FormPreviews previews, Say say) {
        this.drafts = drafts;
        this.previews = previews;
        this.say = say;
    }

    /** A finding, and where it can be mended. */
    public record Finding(Diagnostic diagnostic, Optional<String> href) {}

    DraftDesign draft(TrialPage page, String design) {
        return drafts.find(page.trialId(), design).orElseThrow(() -> unknown("There is no such draft."));
    }

    static String path(TrialPage page, DraftDesign design) {
        return page.link("/designs/" + design.id());
    }

    /** @param form what stands in the editor; empty: what the draft says */
    String show(TrialPage page, DraftDesign design, DesignPlace at, Optional<EditForm> form, Model model) {
        StudyBuild build = drafts.build(design);
        Optional<FormDef> shown = shown(build, at);
        DesignPlace place = new DesignPlace(
                at.what(), at.in(), at.oid(), shown.map(FormDef::oid).orElse(""));
        EditForm edit = form.or(() -> EditForms.of(build, place, design.step()))
                .orElseThrow(() -> unknown("There is nothing of that kind in this draft."));
        model.addAttribute("design", design);
        model.addAttribute("path", path(page, design));
        model.addAttribute("build", build);
        model.addAttribute("place", place);
        model.addAttribute("edit", edit);
        model.addAttribute("tree", DesignTree.of(build, place, path(page, design)));
        steps(design, model);
        around(build, place, page, design, model);
        choices(build, edit, model);
        findings(page, design, build, model);
        shown.ifPresent(def -> previews.show(page, build, def, new LinkedMultiValueMap<>(), model));
        return "design/design";
    }

    /** The form that is shown beside a place: the one that is edited, else one it has to do with. */
    static Optional<FormDef> shown(StudyBuild build, DesignPlace place) {
        return build.form(place.form())
                .or(() -> place.is("group") ? build.form(place.in()) : Optional.empty())
                .or(() -> place.is("item")
                        ? DesignPlace.formOf(build, place.in()).flatMap(build::form)
                        : Optional.empty())
                .or(() -> build.event(place.oid()).stream()
                        .flatMap(event -> event.formRefs().stream())
                        .findFirst()
                        .flatMap(ref -> build.form(ref.oid())))
                .or(() -> build.forms().stream().findFirst());
    }

    void findings(TrialPage page, DraftDesign design, StudyBuild build, Model model) {
        List<Finding> findings = StudyBuildValidation.of(build).stream()
                .map(found ->
                        new Finding(found, DesignPlace.of(build, found.oid()).map(at -> at.at(path(page, design)))))
                .toList();
        model.addAttribute("findings", findings);
        model.addAttribute(
                "errors",
                findings.stream()
                        .filter(finding -> finding.diagnostic().error())
                        .count());
    }

    /** What undo and redo would do. */
    private void steps(DraftDesign design, Model model) {
        List<DesignStep> steps = drafts.steps(design);
        Trail trail = new Trail(
                steps.stream()
                        .map(step -> new Trail.Step(step.number(), step.parent()))
                        .toList(),
                design.step());
        Optional<DesignStep> last = step(steps, design.step());
        last.ifPresent(step -> model.addAttribute("step", step));
        trail.before().flatMap(before -> last).ifPresent(step -> model.addAttribute("undo", words(step)));
        trail.after().flatMap(after -> step(steps, after)).ifPresent(step -> model.addAttribute("redo", words(step)));
    }

    private static Optional<DesignStep> step(List<DesignStep> steps, int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst();
    }

    private String words(DesignStep step) {
        return say.message("design.did." + step.did(), step.about());
    }

    /** What stands around the place that is edited. */
    private void around(StudyBuild build, DesignPlace place, TrialPage page, DraftDesign design, Model model) {
        String path = path(page, design);
        Optional<ItemDef> item = build.item(place.is("check") ? place.in() : place.oid());
        model.addAttribute("item", item.orElse(null));
        model.addAttribute(
                "group",
                build.itemGroup(place.is("item") ? place.in() : place.oid()).orElse(null));
        model.addAttribute(
                "ownForm",
                build.form(place.is("group") ? place.in() : place.oid()).orElse(null));
        model.addAttribute(
                "checked",
                place.is("check") && !place.fresh()
                        ? item.flatMap(def -> EditForms.at(def, place.oid())).orElse(null)
                        : null);
        model.addAttribute(
                "checks", item.map(def -> checks(build, def, path, place)).orElse(List.of()));
        String shown = place.form();
        model.addAttribute("newGroup", new DesignPlace("group", place.oid(), "", place.oid()).at(path));
        model.addAttribute("newItem", new DesignPlace("item", place.oid(), "", shown).at(path));
        model.addAttribute("newCheck", new DesignPlace("check", place.oid(), "", shown).at(path));
        model.addAttribute(
                "itemPlace",
                place.is("check")
                        ? DesignPlace.of(build, place.in())
                                .map(at -> at.at(path))
                                .orElse(path)
                        : path);
        model.addAttribute("newEvent", new DesignPlace("event", "", "", shown).at(path));
        model.addAttribute("newForm", new DesignPlace("form", "", "", shown).at(path));
        model.addAttribute("newList", new DesignPlace("code-list", "", "", shown).at(path));
        model.addAttribute("study", new DesignPlace("study", "", "", shown).at(path));
    }

    /** A check of the item, and where it is edited. */
    public record CheckLine(String rule, boolean hard, String message, String href) {}

    private List<CheckLine> checks(StudyBuild build, ItemDef item, String path, DesignPlace place) {
        List<CheckLine> lines = new ArrayList<>();
        for (RangeCheck check : item.rangeChecks()) {
            String number = Integer.toString(lines.size());
            lines.add(new CheckLine(
                    CheckWords.of(check, build, say),
                    check.hard(),
                    check.errorMessage().in(Design.language(build.content())),
                    new DesignPlace("check", item.oid(), number, place.form()).at(path)));
        }
        return lines;
    }

    private void choices(StudyBuild build, EditForm edit, Model model) {
        Map<String, String> types = new LinkedHashMap<>();
        TYPES.forEach(type -> types.put(type.odmName(), say.word("data-type", type.odmName())));
        if (!edit.type().isEmpty() && DataType.ofOdmName(edit.type()).isPresent()) {
            types.putIfAbsent(edit.type(), say.word("data-type", edit.type()));
        }
        Map<String, String> events = new LinkedHashMap<>();
        Arrays.stream(EventType.values()).forEach(type -> events.put(type.name(), say.word("event-type", type)));
        Map<String, String> limits = new LinkedHashMap<>();
        Arrays.stream(Comparator.values()).forEach(limit -> limits.put(limit.name(), say.word("limit", limit)));
        String language = Design.language(build.content());
        Map<String, String> lists = new LinkedHashMap<>();
        build.codeLists().forEach(list -> lists.put(list.oid(), list.name()));
        Map<String, String> units = new LinkedHashMap<>();
        build.units().forEach(unit -> units.put(unit.oid(), unit.label(language)));
        model.addAttribute("types", types);
        model.addAttribute("eventTypes", events);
        model.addAttribute("limits", limits);
        model.addAttribute("lists", lists);
        model.addAttribute("units", units);
        model.addAttribute("language", language);
        model.addAttribute(
                "visits",
                build.studyEvents().stream()
                        .collect(Collectors.toMap(
                                StudyEventDef::oid, StudyEventDef::name, (one, other) -> one, LinkedHashMap::new)));
    }

    private static ResponseStatusException unknown(String words) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, words);
    }
}
