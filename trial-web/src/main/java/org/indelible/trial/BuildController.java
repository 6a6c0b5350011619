package org.indelible.trial;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.validation.StudyBuildValidation;
import org.indelible.readmodel.amendment.AmendmentQueries;
import org.indelible.readmodel.amendment.AmendmentRow;
import org.indelible.readmodel.api.Csv;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** A study build to read and to print: its annotated case report forms, and its data dictionary. */
@Controller
@RequestMapping("/trials/{trial}/builds/{build}")
class BuildController {
    private static final List<String> COLUMNS = List.of(
            "form",
            "form_name",
            "item_group",
            "item",
            "name",
            "question",
            "type",
            "mandatory",
            "codes",
            "units",
            "left_out_when",
            "derivation",
            "checks",
            "submission_variable",
            "flags",
            "visits");

    private final TrialQueries trials;
    private final AmendmentQueries amendments;
    private final Say say;

    BuildController(TrialQueries trials, AmendmentQueries amendments, Say say) {
        this.trials = trials;
        this.amendments = amendments;
        this.say = say;
    }

    @GetMapping
    String annotated(TrialPage page, @PathVariable String build, Model model) {
        StudyBuild found = find(page, build);
        model.addAttribute("build", found);
        model.addAttribute("hash", build);
        model.addAttribute("forms", new AnnotatedForms(found, say.language()).all());
        model.addAttribute("findings", StudyBuildValidation.of(found));
        return "builds/annotated";
    }

    @GetMapping("/dictionary.csv")
    void dictionary(TrialPage page, @PathVariable String build, HttpServletResponse response) throws IOException {
        StudyBuild found = find(page, build);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("dictionary " + found.metaDataVersionOid() + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        Csv.line(out, COLUMNS);
        for (AnnotatedForm form : new AnnotatedForms(found, say.language()).all()) {
            for (AnnotatedForm.Group group : form.groups()) {
                for (AnnotatedForm.Item item : group.items()) {
                    Csv.line(out, row(form, group, item));
                }
            }
        }
    }

    private static List<String> row(AnnotatedForm form, AnnotatedForm.Group group, AnnotatedForm.Item item) {
        return List.of(
                form.oid(),
                form.name(),
                group.oid(),
                item.oid(),
                item.name(),
                item.question(),
                item.type(),
                item.mandatory() ? "yes" : "no",
                item.answers().stream()
                        .map(answer -> answer.code() + " = " + answer.label())
                        .collect(Collectors.joining("; ")),
                String.join("; ", item.units()),
                Stream.concat(group.condition().stream(), item.condition().stream())
                        .collect(Collectors.joining("; ")),
                item.derivation().orElse(""),
                String.join("; ", item.checks()),
                item.variable().orElse(""),
                String.join("; ", item.flags()),
                String.join("; ", form.visits()));
    }

    /** Published in this trial, or submitted to it. */
    private StudyBuild find(TrialPage page, String hash) {
        Stream<String> known = Stream.concat(
                trials.builds(page.asOf()).stream().map(StudyBuildRow::hash),
                amendments.amendments(page.asOf()).stream().map(AmendmentRow::build));
        Optional<StudyBuild> build = known.filter(hash::equals).findFirst().flatMap(trials::build);
        return build.orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This trial has no such study build."));
    }
}
