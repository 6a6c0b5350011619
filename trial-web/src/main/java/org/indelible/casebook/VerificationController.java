package org.indelible.casebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.casebook.ReviewCommand.ReviewForm;
import org.indelible.casebook.ReviewCommand.VerifyItems;
import org.indelible.portal.Acts;
import org.indelible.portal.Done;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Source data verification at item, form and visit, and review of forms as wholes. Nothing here changes a value. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/verify")
class VerificationController {
    private final Casebooks casebooks;
    private final CasebookTrees trees;
    private final VerificationPages pages;
    private final Acts acts;

    VerificationController(Casebooks casebooks, CasebookTrees trees, VerificationPages pages, Acts acts) {
        this.casebooks = casebooks;
        this.trees = trees;
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping
    String show(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam String event,
            @RequestParam(defaultValue = "") String eventKey,
            @RequestParam(defaultValue = "") String form,
            Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook);
        model.addAttribute("tree", trees.tree(page, casebook, build, Optional.empty()));
        model.addAttribute("forms", pages.forms(page, casebook, build, event, eventKey, form));
        model.addAttribute("visit", build.event(event).map(def -> def.name()).orElse(event));
        model.addAttribute("event", event);
        model.addAttribute("eventKey", eventKey);
        model.addAttribute("formOid", form);
        model.addAttribute("verifying", page.may(Act.VERIFY));
        model.addAttribute("reviewing", page.may(Act.REVIEW_FORM));
        return "casebook/verify";
    }

    /**
     * @param items chosen data points, in the versions that were shown
     * @param shown all data points that were shown
     * @param all key of the form of which all that was shown is verified
     * @param whole whether all that was shown of every form is
     * @param review key of the form that was read as a whole
     */
    @PostMapping
    String verify(
            TrialPage page,
            @PathVariable String participant,
            @RequestParam String event,
            @RequestParam(defaultValue = "") String eventKey,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(name = "item", defaultValue = "") List<String> items,
            @RequestParam(name = "shown", defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "false") boolean whole,
            @RequestParam(defaultValue = "") String review,
            Model model,
            RedirectAttributes next) {
        CasebookView casebook = casebooks.casebook(page, participant);
        CasebookId id = Casebooks.id(page, participant);
        Map<String, FormAddress> forms = forms(casebook, event, eventKey);
        try {
            Optional<Done> done = Optional.empty();
            if (!review.isEmpty()) {
                done = review(page, id, forms, review, shown);
            } else {
                List<String> chosen = whole
                        ? shown
                        : all.isEmpty()
                                ? items
                                : shown.stream()
                                        .filter(item -> item.startsWith(all + "\t"))
                                        .toList();
                for (VerifyItems command : commands(id, forms, chosen)) {
                    Optional<Done> verified = acts.perform(page.person(), command);
                    done = done.isPresent() ? done : verified;
                }
            }
            done.ifPresent(saved -> next.addFlashAttribute("done", saved));
            return "redirect:"
                    + new SigningTarget(event, eventKey, form, "")
                            .at(page.link("/participants/" + CasebookPaths.segment(participant) + "/verify"));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return show(page, participant, event, eventKey, form, model);
        }
    }

    private Optional<Done> review(
            TrialPage page, CasebookId id, Map<String, FormAddress> forms, String review, List<String> shown) {
        long seen = shown.stream()
                .filter(item -> item.startsWith(review + "\t"))
                .mapToLong(item -> Choice.parse(item).seq())
                .max()
                .orElse(-1);
        FormAddress address = Optional.ofNullable(forms.get(review)).orElseThrow(VerificationController::unreadable);
        return acts.perform(page.person(), new ReviewForm(id, address.ref(), new Version(seen)));
    }

    /** One command a form. */
    private static List<VerifyItems> commands(CasebookId id, Map<String, FormAddress> forms, List<String> chosen) {
        Map<FormAddress, List<VerifiedItem>> items = new LinkedHashMap<>();
        for (String text : chosen) {
            Choice choice = Choice.parse(text);
            FormAddress address =
                    Optional.ofNullable(forms.get(choice.form())).orElseThrow(VerificationController::unreadable);
            items.computeIfAbsent(address, none -> new ArrayList<>()).add(choice.item());
        }
        return items.entrySet().stream()
                .map(form -> new VerifyItems(id, form.getKey().ref(), form.getValue()))
                .toList();
    }

    private static Map<String, FormAddress> forms(CasebookView casebook, String event, String eventKey) {
        Map<String, FormAddress> forms = new LinkedHashMap<>();
        for (EventView visit : casebook.events()) {
            if (visit.oid().equals(event) && visit.key().orElse("").equals(eventKey)) {
                visit.forms().forEach(view -> {
                    FormAddress address = new FormAddress(
                            event, eventKey, view.oid(), view.key().orElse(""));
                    forms.put(VerificationPages.key(address), address);
                });
            }
        }
        return forms;
    }

    private static DomainRefusal unreadable() {
        return new DomainRefusal("malformed-choice", "The choice cannot be read.", "Load the page again.");
    }

    /** A data point as the page names it. */
    private record Choice(String form, String group, String key, String itemOid, long seq) {
        static Choice parse(String text) {
            String[] parts = text.split("\t", -1);
            if (parts.length != 5 || !parts[4].matches("[0-9]{1,12}")) {
                throw unreadable();
            }
            return new Choice(parts[0], parts[1], parts[2], parts[3], Long.parseLong(parts[4]));
        }

        VerifiedItem item() {
            return new VerifiedItem(new ItemRef(group, new RepeatKey(key), itemOid), new Version(seq));
        }
    }
}
