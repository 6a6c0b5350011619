package org.indelible.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.indelible.anchoring.evidence.EvidenceProfile;
import org.indelible.commands.Acting;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.site.SiteQueries;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which somebody chooses what to take away. Making it changes nothing of the trial, so it is done in the past as well as now. */
@Controller
@RequestMapping("/trials/{trial}/evidence")
class EvidenceController {
    private static final String VERIFIER = "org/indelible/anchoring/evidence/indelible-verify.html";

    private final EvidenceDownloads downloads;
    private final SiteQueries sites;

    EvidenceController(EvidenceDownloads downloads, SiteQueries sites) {
        this.downloads = downloads;
        this.sites = sites;
    }

    @GetMapping
    String choose(TrialPage page, Model model) {
        model.addAttribute("profiles", EvidenceProfile.values());
        model.addAttribute("sites", sites.sites(page.asOf()));
        return "evidence/evidence";
    }

    @GetMapping(params = "profile")
    void make(
            TrialPage page,
            @RequestParam String profile,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String participant,
            @RequestParam(defaultValue = "") String form,
            HttpServletResponse response)
            throws IOException {
        downloads.send(
                page.asOf(),
                page.visibility(),
                Acting.onPage(page.person().actor()),
                page.person(),
                Wish.of(profile, site, participant, form),
                response);
    }

    /** The same file that is released beside the jar. */
    @GetMapping("/verifier.html")
    ResponseEntity<Resource> verifier(TrialPage page) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("indelible-verify.html")
                                .build()
                                .toString())
                .body(new ClassPathResource(VERIFIER));
    }
}
