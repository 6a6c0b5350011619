package org.indelible.design;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.indelible.casebook.FormPreviews;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.design.Design.Edited;
import org.indelible.protocols.design.EditRefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The form as a site would see it: while the editor is typed in, and while the form itself is. Nothing is kept. */
@Controller
@RequestMapping("/trials/{trial}/designs/{design}")
class DesignPreviewController {
    private static final String FORM = "form";

    private final DesignDrafts drafts;
    private final DesignPages pages;
    private final FormPreviews previews;
    private final JsonMapper json = JsonMapper.builder().build();

    DesignPreviewController(DesignDrafts drafts, DesignPages pages, FormPreviews previews) {
        this.drafts = drafts;
        this.pages = pages;
        this.previews = previews;
    }

    /** As it would be with what stands in the editor; where that cannot be, what is shown stays. */
    @PostMapping("/look")
    String look(
            TrialPage page,
            @PathVariable String design,
            DesignPlace place,
            EditForm form,
            HttpServletResponse response,
            Model model) {
        DraftDesign draft = pages.draft(page, design);
        try {
            Edited edited = Edits.of(drafts.build(draft).content()).save(place, form);
            StudyBuild build = StudyBuild.of(edited.content());
            String shown = place.is(FORM) && place.fresh() ? edited.oid() : place.form();
            Optional<FormDef> def =
                    DesignPages.shown(build, new DesignPlace(place.what(), place.in(), place.oid(), shown));
            pages.findings(page, draft, build, model);
            def.ifPresent(found -> previews.show(page, build, found, new LinkedMultiValueMap<>(), model));
            return "design/preview :: look";
        } catch (EditRefusedException unfinished) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return "design/preview :: nothing";
        }
    }

    /** @param live whether only what checks say is asked for, else the whole page */
    @PostMapping("/preview")
    String preview(
            TrialPage page,
            @PathVariable String design,
            DesignPlace place,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean live,
            HttpServletResponse response,
            Model model) {
        DraftDesign draft = pages.draft(page, design);
        StudyBuild build = drafts.build(draft);
        FormDef def = build.form(place.form())
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "This draft has no such form any more."));
        if (live) {
            FormPreviews.Live said = previews.live(build, def, typed);
            response.setHeader("HX-Trigger", json.writeValueAsString(FormPreviews.event(said)));
            model.addAttribute("answers", said.answers());
            return "design/preview :: live";
        }
        String view = pages.show(page, draft, place, Optional.empty(), model);
        previews.show(page, build, def, typed, model);
        return view;
    }
}
