package org.indelible.portal;

import org.indelible.authority.Side;
import org.indelible.security.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a person lands: what to do next, in the role in force; a participant, at what is their own; an administrator, at the accounts. */
@Controller
class HomeController {
    private final Work work;
    private final OwnTrials own;

    HomeController(Work work, OwnTrials own) {
        this.work = work;
        this.own = own;
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedInPerson person, Model model) {
        if (person.role().side() == Side.PARTICIPANT) {
            model.addAttribute("trials", own.of(person));
            return "portal/own";
        }
        if (!person.role().inTrials()) {
            return "redirect:/accounts";
        }
        model.addAttribute("work", work.of(person));
        return "portal/home";
    }
}
