package org.indelible.search;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The search of the top bar. */
@Controller
class SearchController {
    private static final int LONGEST = 200;

    private final Searches searches;
    private final TrialQueries trials;
    private final Say say;

    SearchController(Searches searches, TrialQueries trials, Say say) {
        this.searches = searches;
        this.trials = trials;
        this.say = say;
    }

    /** Outside a trial: in the person's only one, else they choose. */
    @GetMapping("/search")
    String anywhere(
            @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal SignedInPerson person, Model model) {
        List<TrialSummary> own = trials.trials().stream()
                .filter(trial -> person.covers(new TrialId(trial.trial())))
                .toList();
        if (own.size() == 1) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/trials/{trial}/search")
                            .queryParam("q", "{q}")
                            .encode()
                            .buildAndExpand(own.getFirst().trial(), q)
                            .toUriString();
        }
        model.addAttribute("trials", own);
        model.addAttribute("searched", q);
        return "search/trials";
    }

    @GetMapping("/trials/{trial}/search")
    String inTrial(TrialPage page, @RequestParam(defaultValue = "") String q, Model model) {
        String text = q.strip();
        if (text.length() > LONGEST) {
            text = text.substring(0, LONGEST);
        }
        Optional<String> exactly = text.isEmpty() ? Optional.empty() : searches.participant(page, text);
        if (exactly.isPresent()) {
            return "redirect:"
                    + page.link("/participants/" + UriUtils.encodePathSegment(exactly.get(), StandardCharsets.UTF_8));
        }
        model.addAttribute("searched", text);
        model.addAttribute("found", text.isEmpty() ? Found.NOTHING : searches.find(page, text, say.language()));
        return "search/search";
    }
}
