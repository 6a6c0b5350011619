package org.indelible.casebook;

import java.util.Optional;
import java.util.UUID;
import org.indelible.casebook.ReviewCommand.RaiseQuery;
import org.indelible.portal.Acts;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Raising a query on an item, or on a form as a whole. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/query")
class AskController {
    private final Casebooks casebooks;
    private final Acts acts;
    private final Say say;

    AskController(Casebooks casebooks, Acts acts, Say say) {
        this.casebooks = casebooks;
        this.acts = acts;
        this.say = say;
    }

    @GetMapping
    String ask(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String groupKey,
            @RequestParam(defaultValue = "") String item,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
            Model model) {
        CasebookView casebook = casebooks.casebook(page, participant);
        StudyBuild build = casebooks.build(page, casebook, address);
        model.addAttribute(
                "about",
                build.item(item)
                        .map(def -> def.label(say.language()))
                        .or(() -> build.form(address.form()).map(def -> def.name()))
                        .orElse(address.form()));
        model.addAttribute("action", page.link(path(participant)));
        model.addAttribute("address", address);
        model.addAttribute("group", group);
        model.addAttribute("groupKey", groupKey);
        model.addAttribute("item", item);
        model.addAttribute("participant", participant);
        model.addAttribute("drawer", drawer);
        model.addAttribute("form", address.at(page.link(formPath(participant))));
        return drawer ? "casebook/ask :: ask" : "casebook/ask";
    }

    @PostMapping
    String raise(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String groupKey,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String text,
            Model model,
            RedirectAttributes next) {
        try {
            Optional<ItemRef> about =
                    item.isEmpty() ? Optional.empty() : Optional.of(new ItemRef(group, new RepeatKey(groupKey), item));
            RaiseQuery command = new RaiseQuery(
                    Casebooks.id(page, participant),
                    new QueryId(UUID.randomUUID().toString()),
                    address.ref(),
                    about,
                    text);
            acts.perform(page.person(), command).ifPresent(done -> {
                next.addFlashAttribute("done", done);
                next.addFlashAttribute("asked", true);
            });
            return "redirect:" + address.at(page.link(formPath(participant)));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", text);
            return ask(page, participant, address, group, groupKey, item, false, model);
        }
    }

    static String path(String participant) {
        return "/participants/" + CasebookPaths.segment(participant) + "/query";
    }

    private static String formPath(String participant) {
        return "/participants/" + CasebookPaths.segment(participant) + "/form";
    }
}
