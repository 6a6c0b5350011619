package org.indelible.attestation;

import java.time.ZoneOffset;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.portal.TrialPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** For every checkpoint: who vouches for it since when, and who does not. */
@Controller
class WitnessesController {
    private final AttestationPages pages;
    private final WitnessAlerts alerts;

    WitnessesController(AttestationPages pages, WitnessAlerts alerts) {
        this.pages = pages;
        this.alerts = alerts;
    }

    @GetMapping("/trials/{trial}/ledger/witnesses")
    String ofTrial(TrialPage page, Model model) {
        model.addAttribute("attestation", pages.of(page.id()));
        model.addAttribute("zone", page.zone());
        return "attestation/trial";
    }

    @GetMapping("/platform/witnesses")
    String ofPlatform(Model model) {
        model.addAttribute("attestation", pages.of(LedgerStore.PLATFORM));
        model.addAttribute("alerts", alerts.all());
        model.addAttribute("zone", ZoneOffset.UTC);
        return "attestation/platform";
    }
}
