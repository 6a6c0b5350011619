package org.indelible.casebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.protocols.check.OtherForms;
import org.indelible.readmodel.participant.VisitStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** A form of a build that may not be published yet, as a site would see it, with its checks and skip logic at work. Nothing of it is kept. */
@Component
public class FormPreviews {
    private static final String NOBODY = "preview";

    private final ValueHistory history;
    private final Say say;

    FormPreviews(ValueHistory history, Say say) {
        this.history = history;
        this.say = say;
    }

    /** What checks say of one field while it is typed. */
    public record Answer(String id, List<?> checks) {
        public Answer {
            checks = List.copyOf(checks);
        }
    }

    /** @param skipped ids of the fields that are not asked for as the form stands */
    public record Live(List<Answer> answers, List<String> skipped) {
        public Live {
            answers = List.copyOf(answers);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Puts the form on the model for {@code casebook/sections}.
     *
     * @param typed parameters of the form as it was sent; empty where nothing is typed
     */
    public void show(TrialPage page, StudyBuild build, FormDef def, MultiValueMap<String, String> typed, Model model) {
        FormAddress address = address(build, def.oid());
        Optional<String> row = Optional.ofNullable(typed.getFirst("addRow"));
        FormSave save = decoded(typed, build);
        FormTyped asTyped = save.fields().isEmpty() ? FormTyped.row(row) : FormTyped.draft(save, row);
        SectionBuilder sections = new SectionBuilder(
                page, NOBODY, build, address, Optional.empty(), asTyped, List.of(), say, history, OtherForms.NONE);
        model.addAttribute(
                "form",
                new FormPage(
                        address,
                        build.event(address.event()).map(StudyEventDef::name).orElse(""),
                        def.name(),
                        def.description().in(say.language()),
                        VisitStatus.EMPTY,
                        true,
                        false,
                        false,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        sections.sections(def),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    /** What checks and skip logic say of the form as it is typed. */
    public Live live(StudyBuild build, FormDef def, MultiValueMap<String, String> typed) {
        FormSave save = decoded(typed, build);
        FormChecks checks =
                FormChecks.of(build, address(build, def.oid()), Optional.empty(), Optional.of(save), OtherForms.NONE);
        return new Live(
                save.fields().stream()
                        .map(field -> new Answer(
                                "f" + field.n(), checks.lines(field.group(), field.groupKey(), field.item())))
                        .toList(),
                DraftController.skipped(save, checks));
    }

    private FormSave decoded(MultiValueMap<String, String> typed, StudyBuild build) {
        return DraftController.decoded(FormSave.parse(typed), build, say.language());
    }

    /** At the first visit that has it: what reads other visits finds nothing there. */
    private static FormAddress address(StudyBuild build, String form) {
        return new FormAddress(
                build.studyEvents().stream()
                        .filter(event -> event.formRef(form).isPresent())
                        .findFirst()
                        .map(StudyEventDef::oid)
                        .orElse(""),
                "",
                form,
                "");
    }

    /** The event that tells the page which fields to hide. */
    public static Map<String, Object> event(Live live) {
        return Map.of("form:skipped", Map.of("fields", live.skipped()));
    }
}
