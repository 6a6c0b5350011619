package org.indelible.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.RangeCheck;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.check.CheckTrial;
import org.indelible.protocols.check.CheckTrial.Asked;
import org.indelible.protocols.check.CheckTrial.Result;
import org.indelible.protocols.check.ItemValue;
import org.indelible.protocols.design.Design;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Trying one check on values that are made up: it fires, it does not, or it cannot be read, and why. */
@Controller
class CheckTrialController {
    private final DesignDrafts drafts;
    private final DesignPages pages;
    private final Say say;

    CheckTrialController(DesignDrafts drafts, DesignPages pages, Say say) {
        this.drafts = drafts;
        this.pages = pages;
        this.say = say;
    }

    /**
     * A value that the check reads.
     *
     * @param n number of its parameters {@code v<n>} and {@code u<n>}
     * @param visit name of the visit it is read at; empty on the same form
     * @param units by OID; empty where it has none
     */
    public record Field(
            int n, Asked asked, String label, String visit, Map<String, String> units, String value, String unit) {
        public Field {
            units = Map.copyOf(units);
        }
    }

    /** @param tone of the notice */
    public record Said(String tone, String title, String text) {}

    @RequestMapping(
            path = "/trials/{trial}/designs/{design}/test",
            method = {RequestMethod.GET, RequestMethod.POST})
    String test(
            TrialPage page,
            @PathVariable String design,
            DesignPlace place,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean live,
            Model model) {
        DraftDesign draft = pages.draft(page, design);
        StudyBuild build = drafts.build(draft);
        ItemDef item = build.item(place.in()).orElseThrow(CheckTrialController::unknown);
        RangeCheck check = EditForms.at(item, place.oid()).orElseThrow(CheckTrialController::unknown);
        CheckTrial trial = new CheckTrial(build, item, check);
        List<Field> fields = fields(build, trial.asks(), parameters);
        if (parameters.containsKey("v0")) {
            model.addAttribute("said", said(trial.of(values(fields)), check, Design.language(build.content())));
        }
        model.addAttribute("fields", fields);
        model.addAttribute("design", draft);
        model.addAttribute("place", place);
        model.addAttribute("path", DesignPages.path(page, draft));
        model.addAttribute("item", item.label(Design.language(build.content())));
        model.addAttribute("rule", CheckWords.of(check, build, say));
        return live ? "design/test :: answer" : "design/test";
    }

    private static List<Field> fields(StudyBuild build, List<Asked> asks, MultiValueMap<String, String> parameters) {
        String language = Design.language(build.content());
        List<Field> fields = new ArrayList<>();
        for (Asked asked : asks) {
            Optional<ItemDef> item = build.item(asked.item());
            Map<String, String> units = new HashMap<>();
            item.stream()
                    .flatMap(def -> def.units().stream())
                    .flatMap(oid -> build.unit(oid).stream())
                    .forEach(unit -> units.put(unit.oid(), unit.label(language)));
            int n = fields.size();
            fields.add(new Field(
                    n,
                    asked,
                    item.map(def -> def.label(language) + " (" + def.name() + ")")
                            .orElse(asked.item()),
                    build.event(asked.event()).map(event -> event.name()).orElse(asked.event()),
                    units,
                    text(parameters, "v" + n),
                    text(parameters, "u" + n)));
        }
        return fields;
    }

    private static Map<Asked, ItemValue> values(List<Field> fields) {
        Map<Asked, ItemValue> values = new HashMap<>();
        fields.stream()
                .filter(field -> !field.value().isEmpty())
                .forEach(field -> values.put(
                        field.asked(),
                        new ItemValue(
                                Optional.of(field.value()),
                                Optional.of(field.unit()).filter(unit -> !unit.isEmpty()))));
        return values;
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).orElse("");
    }

    private Said said(Result result, RangeCheck check, String language) {
        String message = check.errorMessage().in(language);
        return switch (result.answer()) {
            case HOLDS -> new Said("success", say.message("design.test.holds"), say.message("design.test.holds.text"));
            case FIRES ->
                new Said(
                        check.hard() ? "danger" : "warning",
                        say.message("design.test.fires"),
                        message.isBlank()
                                ? say.message("design.test.fires.no-message")
                                : say.message("design.test.fires.text", message));
            case UNREADABLE ->
                new Said(
                        "info",
                        say.message("design.test.unreadable"),
                        say.message(
                                "design.test.why."
                                        + result.why().map(Enum::name).orElse(""),
                                String.join(", ", result.about())));
        };
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such check in this draft any more.");
    }
}
