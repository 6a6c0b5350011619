package org.indelible.casebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.casebook.DraftCommand.DiscardDraft;
import org.indelible.portal.Acts;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** While a form is typed: what is typed is kept, checks and skip logic answer, and others who have the form before them are named. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/form")
class DraftController {
    /** Told to the page's script: the fields that are not asked for as the form stands. */
    private static final String SKIPPED = "form:skipped";

    private final Casebooks casebooks;
    private final CasebookQueries forms;
    private final Drafts drafts;
    private final Presence presence;
    private final Acts acts;
    private final Say say;
    private final JsonMapper json = JsonMapper.builder().build();

    DraftController(Casebooks casebooks, CasebookQueries forms, Drafts drafts, Presence presence, Acts acts, Say say) {
        this.casebooks = casebooks;
        this.forms = forms;
        this.drafts = drafts;
        this.presence = presence;
        this.acts = acts;
        this.say = say;
    }

    /** What checks and a method say of a field. */
    record Answer(String id, List<Field.CheckLine> checks, boolean computed, Optional<String> derived) {}

    /** @param asked whether a field was left, so that checks ask; not while a word is being typed */
    @PostMapping("/draft")
    String keep(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletResponse response,
            Model model) {
        StudyBuild build = casebooks.build(page, participant, address);
        Optional<FormView> form = forms.form(page.asOf(), page.visibility(), participant, address.point());
        FormSave typed = decoded(FormSave.parse(parameters), build, say.language());
        FormChecks checks = FormChecks.of(
                build,
                address,
                form,
                Optional.of(typed),
                new RecordedElsewhere(() -> casebooks.casebook(page, participant), build));
        Drafts.Place place = place(page, participant, address);
        Optional<Draft> draft = kept(place, typed, asked ? asking(typed, checks) : List.of());
        response.setHeader(
                "HX-Trigger", json.writeValueAsString(Map.of(SKIPPED, Map.of("fields", skipped(typed, checks)))));
        model.addAttribute("draft", draft.map(Draft::typedAt).orElse(null));
        model.addAttribute("others", presence.others(place));
        model.addAttribute(
                "answers",
                typed.fields().stream()
                        .map(field -> answer(build, field, checks))
                        .toList());
        return "casebook/draft :: live";
    }

    private static Answer answer(StudyBuild build, FieldInput field, FormChecks checks) {
        boolean computed = !field.saved()
                && field.now().empty()
                && build.itemGroup(field.group()).stream()
                        .flatMap(group -> group.itemRefs().stream())
                        .anyMatch(ref -> ref.oid().equals(field.item())
                                && checks.derived().computes(ref));
        return new Answer(
                "f" + field.n(),
                checks.lines(field.group(), field.groupKey(), field.item()),
                computed,
                checks.derived().value(field.group(), field.groupKey(), field.item()));
    }

    @PostMapping("/discard")
    String discard(TrialPage page, @PathVariable String participant, FormAddress address, RedirectAttributes next) {
        Drafts.Place place = place(page, participant, address);
        if (drafts.find(place).isPresent()) {
            try {
                acts.perform(page.person(), new DiscardDraft(place.casebook(), address.ref()));
            } catch (DomainRefusal refusal) {
                next.addFlashAttribute("refusal", refusal);
                return back(page, participant, address);
            }
            drafts.end(place);
            next.addFlashAttribute("discarded", true);
        }
        return back(page, participant, address);
    }

    private static String back(TrialPage page, String participant, FormAddress address) {
        return "redirect:" + address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/form"));
    }

    static Drafts.Place place(TrialPage page, String participant, FormAddress address) {
        return new Drafts.Place(page.person().account(), Casebooks.id(page, participant), address);
    }

    /** Words of long lists become their codes. */
    static FormSave decoded(FormSave save, StudyBuild build, String language) {
        return save.map(field -> build.item(field.item())
                .map(item -> field.typed(
                        Controls.code(item, build, language, field.now().text())))
                .orElse(field));
    }

    private Optional<Draft> kept(Drafts.Place place, FormSave typed, List<Draft.Asked> asking) {
        FormSave unsaved = typed.unsaved();
        if (unsaved.fields().isEmpty() && unsaved.answers().isEmpty()) {
            drafts.end(place);
            return Optional.empty();
        }
        return Optional.of(drafts.keep(place, unsaved, asking));
    }

    private static List<Draft.Asked> asking(FormSave typed, FormChecks checks) {
        List<Draft.Asked> asking = new ArrayList<>();
        for (FieldInput field : typed.changed()) {
            checks.at(field.group(), field.groupKey(), field.item()).stream()
                    .filter(finding -> finding.fires() && !field.now().text().isEmpty())
                    .forEach(finding -> asking.add(new Draft.Asked(
                            field.group(),
                            field.groupKey(),
                            field.item(),
                            finding.checkId(),
                            field.now().text(),
                            field.now().unit())));
        }
        return asking;
    }

    static List<String> skipped(FormSave typed, FormChecks checks) {
        return typed.fields().stream()
                .filter(field -> checks.skips(field.group(), field.groupKey(), field.item())
                        && !field.saved()
                        && field.now().empty())
                .map(field -> "f" + field.n())
                .toList();
    }
}
