package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.casebook.Field.Choice;
import org.indelible.casebook.Field.Control;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.Ref;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of the study build without a value, to be printed: as a worksheet at the bedside, and for the trial master file. */
@Controller
class BlankFormController {
    private final TrialQueries trials;
    private final Say say;

    BlankFormController(TrialQueries trials, Say say) {
        this.trials = trials;
        this.say = say;
    }

    /** @param visits names of the visits it belongs to */
    record Form(String oid, String name, String help, List<String> visits, List<Group> groups) {}

    record Group(String name, boolean repeating, List<Item> items) {}

    record Item(
            String label, String help, Control control, boolean mandatory, List<Choice> choices, List<Choice> units) {
        /** A long list is not printed. */
        public boolean ticks() {
            return !choices.isEmpty() && control != Control.TYPE_AHEAD;
        }
    }

    @GetMapping("/trials/{trial}/blank-forms")
    String blank(TrialPage page, @RequestParam(defaultValue = "") String form, Model model) {
        StudyBuild build = trials.latestBuild(page.asOf())
                .orElseThrow(() -> Casebooks.notFound("No study build had been published then."));
        model.addAttribute("build", build);
        model.addAttribute("chosen", form);
        model.addAttribute(
                "forms",
                build.forms().stream()
                        .filter(def -> form.isEmpty() || def.oid().equals(form))
                        .map(def -> form(build, def))
                        .toList());
        model.addAttribute("all", build.forms());
        return "casebook/blank-forms";
    }

    private Form form(StudyBuild build, FormDef def) {
        return new Form(
                def.oid(),
                def.name(),
                def.description().in(say.language()),
                build.studyEvents().stream()
                        .filter(event -> event.formRef(def.oid()).isPresent())
                        .map(event -> event.name())
                        .toList(),
                def.itemGroupRefs().stream()
                        .flatMap(ref -> build.itemGroup(ref.oid()).stream())
                        .map(group -> group(build, group))
                        .toList());
    }

    private Group group(StudyBuild build, ItemGroupDef def) {
        List<Item> items = new ArrayList<>();
        for (Ref ref : def.itemRefs()) {
            Optional<ItemDef> item = build.item(ref.oid());
            item.ifPresent(found -> items.add(item(build, ref, found)));
        }
        return new Group(def.name(), def.repeating(), items);
    }

    private Item item(StudyBuild build, Ref ref, ItemDef def) {
        String language = say.language();
        List<Choice> choices = Controls.choices(def, build, language, say.message("yes"), say.message("no"));
        String description = def.description().in(language);
        return new Item(
                def.label(language),
                description.equals(def.label(language)) ? "" : description,
                Controls.of(def, choices.size(), false),
                ref.mandatory(),
                choices,
                Controls.units(def, build, language));
    }
}
