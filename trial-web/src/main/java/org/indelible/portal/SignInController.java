package org.indelible.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.indelible.security.RelyingParty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, with what each role can do and, where the demo runs, who plays it. */
@Controller
class SignInController {
    private static final List<RoleCard> CARDS = List.of(
            new RoleCard("investigator", "pen", "investigator"),
            new RoleCard("coordinator", "clipboard2-data", "coordinator"),
            new RoleCard("pharmacist", "capsule", "pharmacist"),
            new RoleCard("monitor", "search", "monitor"),
            new RoleCard("data_manager", "table", "datamanager"),
            new RoleCard("study_builder", "diagram-3", "builder"),
            new RoleCard("statistician", "graph-up", "statistician"),
            new RoleCard("inspector", "shield-check", "inspector"),
            new RoleCard("participant", "person-heart", "participant"),
            new RoleCard("administrator", "gear", "admin"));

    private final DemoAccounts demo;
    private final RelyingParty relyingParty;

    SignInController(DemoAccounts demo, RelyingParty relyingParty) {
        this.demo = demo;
        this.relyingParty = relyingParty;
    }

    @GetMapping("/sign-in")
    String page(
            @RequestParam(required = false) String refused,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(required = false) String ended,
            @RequestParam(name = "passkey-refused", required = false) String passkeyRefused,
            @RequestParam(name = "passkey-needed", required = false) String passkeyNeeded,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("passkeyNeeded", passkeyNeeded != null);
        model.addAttribute("passkeyRefused", passkeyRefused != null);
        model.addAttribute("passkeysPossible", relyingParty.of(request).isPresent());
        model.addAttribute("refused", refused != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("ended", ended != null);
        model.addAttribute("cards", CARDS);
        model.addAttribute("demo", demo.offered());
        return "portal/sign-in";
    }
}
