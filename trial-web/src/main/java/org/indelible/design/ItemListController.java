package org.indelible.design;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.indelible.portal.AtField;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.itemlist.ItemList;
import org.indelible.protocols.itemlist.ListColumn;
import org.indelible.shared.DomainRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Items from a spreadsheet: all of them become one step of the draft, or none. */
@Controller
@RequestMapping("/trials/{trial}/designs/{design}/items")
class ItemListController {
    private final DesignDrafts drafts;
    private final DesignPages pages;
    private final Say say;

    ItemListController(DesignDrafts drafts, DesignPages pages, Say say) {
        this.drafts = drafts;
        this.pages = pages;
        this.say = say;
    }

    @GetMapping
    String ask(TrialPage page, @PathVariable String design, Model model) {
        DraftDesign draft = pages.draft(page, design);
        model.addAttribute("design", draft);
        model.addAttribute("path", DesignPages.path(page, draft));
        model.addAttribute("columns", List.of(ListColumn.values()));
        return "design/items";
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(TrialPage page, @PathVariable String design) {
        pages.draft(page, design);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("item list.csv")
                                .build()
                                .toString())
                .body(ItemList.template().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping
    String add(
            TrialPage page,
            @PathVariable String design,
            @RequestParam int step,
            @RequestParam(required = false) @Nullable MultipartFile document,
            Model model)
            throws IOException {
        DraftDesign draft = pages.draft(page, design);
        try {
            if (document == null || document.isEmpty()) {
                throw AtField.missing("document");
            }
            if (document.getSize() > ItemList.LARGEST_FILE) {
                throw new DomainRefusal(
                        "document-missing",
                        say.message("metadata.too-large", ItemList.LARGEST_FILE >> 20),
                        say.message("design.items.too-large"));
            }
            if (draft.step() != step) {
                throw DesignDrafts.movedOn();
            }
            ItemList.Outcome outcome =
                    ItemList.add(document.getBytes(), drafts.build(draft).content());
            if (outcome.content().isPresent()) {
                drafts.add(
                        draft,
                        StudyBuild.of(outcome.content().get()),
                        new DesignDrafts.Did("add-items", Integer.toString(outcome.items())),
                        page.person().printedName());
                return "redirect:" + DesignPages.path(page, draft);
            }
            model.addAttribute("wrong", outcome.findings());
            throw new DomainRefusal(
                    "document-missing", say.message("design.items.refused"), say.message("design.items.refused.cure"));
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, Map.of(), model);
            return ask(page, design, model);
        }
    }
}
