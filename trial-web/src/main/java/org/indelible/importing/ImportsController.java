package org.indelible.importing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.ImportPurpose;
import org.indelible.authority.ImportRights;
import org.indelible.jobs.JobId;
import org.indelible.jobs.JobService;
import org.indelible.jobs.JobStatus;
import org.indelible.platform.IndelibleHome;
import org.indelible.portal.Acts;
import org.indelible.portal.AtField;
import org.indelible.portal.Done;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
import org.indelible.shared.ReasonCategory;
import org.indelible.shared.SiteKey;
import org.indelible.trial.TrialCommand.ApproveMigration;
import org.indelible.trial.TrialCommand.ProposeMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing clinical data in from a file, on screen: what is found in it, how far it is, and stopping it. */
@Controller
@RequestMapping("/trials/{trial}/imports")
class ImportsController {
    private static final Map<String, String> FIELDS = Map.of(
            "file-too-large", "document",
            "reason-required", "reason",
            "text-too-long", "reason",
            "migration-not-proposed", "document",
            "second-person-needed", "",
            "site-not-opened", "site",
            "site-not-agreed", "site",
            "site-data-belongs-to-site", "purpose");

    private final DataImports imports;
    private final ImportGate gate;
    private final SiteQueries sites;
    private final JobService jobs;
    private final Acts acts;
    private final IndelibleHome home;
    private final Say say;

    ImportsController(
            DataImports imports,
            ImportGate gate,
            SiteQueries sites,
            JobService jobs,
            Acts acts,
            IndelibleHome home,
            Say say) {
        this.imports = imports;
        this.gate = gate;
        this.sites = sites;
        this.jobs = jobs;
        this.acts = acts;
        this.home = home;
        this.say = say;
    }

    /** What is asked. */
    public record ImportForm(
            @Nullable ImportPurpose purpose,
            @Nullable String site,
            @Nullable String step,
            @Nullable String category,
            @Nullable String reason) {
        Optional<SiteKey> atSite() {
            return Optional.ofNullable(site).filter(key -> !key.isEmpty()).map(DataImports::siteKey);
        }

        Reason why() {
            return new Reason(
                    category == null || category.isEmpty() ? ReasonCategory.OTHER : ReasonCategory.valueOf(category),
                    reason == null ? "" : reason);
        }
    }

    @GetMapping
    String ask(TrialPage page, Model model) {
        String ownSite = page.person().inForce().site().map(SiteKey::value).orElse(null);
        return show(page, new ImportForm(null, ownSite, null, null, null), model);
    }

    @PostMapping
    String bringIn(
            TrialPage page,
            ImportForm form,
            @RequestParam(required = false) @Nullable MultipartFile document,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            if (document == null || document.isEmpty()) {
                throw AtField.missing("document");
            }
            if ("propose".equals(form.step()) || "approve".equals(form.step())) {
                agree(page, form, document).ifPresent(done -> next.addFlashAttribute("done", done));
                return "redirect:" + page.link("/imports");
            }
            return "redirect:" + page.link("/imports/" + start(page, form, document));
        } catch (FileTooLargeException tooLarge) {
            AtField.show(
                    new DomainRefusal(
                            "file-too-large", String.valueOf(tooLarge.getMessage()), say.message("import.in-parts")),
                    FIELDS,
                    model);
        } catch (DomainRefusal refusal) {
            AtField.show(refusal, FIELDS, model);
        }
        return show(page, form, model);
    }

    private JobId start(TrialPage page, ImportForm form, MultipartFile document)
            throws IOException, FileTooLargeException {
        ImportPurpose purpose = form.purpose();
        if (purpose == null) {
            throw AtField.missing("purpose");
        }
        gate.require(purpose, page.trialId(), page.person(), "POST /trials/{trial}/imports");
        return imports.start(
                page.trialId(), purpose, form.atSite(), page.person().actor(), document.getInputStream());
    }

    /** The two persons whose act lets a file be migrated into a trial that is no test: each by the file itself. */
    private Optional<Done> agree(TrialPage page, ImportForm form, MultipartFile document)
            throws IOException, FileTooLargeException {
        try (SpooledFile file = SpooledFile.receive(document.getInputStream(), home.spool())) {
            DocumentHash hash = file.hash();
            return acts.perform(
                    page.person(),
                    "propose".equals(form.step())
                            ? new ProposeMigration(page.trialId(), hash, form.why())
                            : new ApproveMigration(page.trialId(), hash, form.why()));
        }
    }

    @GetMapping("/{job}")
    String progress(
            TrialPage page,
            @PathVariable String job,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        model.addAttribute("job", job(page, job));
        return part ? "imports/job :: job" : "imports/import";
    }

    @PostMapping("/{job}/cancel")
    String cancel(TrialPage page, @PathVariable String job) {
        jobs.cancel(new JobId(job), page.person().username());
        return "redirect:/trials/" + page.id() + "/imports/" + job;
    }

    private JobStatus job(TrialPage page, String job) {
        return jobs.status(new JobId(job), page.person().username())
                .filter(status -> status.about().equals(page.id()))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no such import, or it is not yours."));
    }

    /** Names by key. */
    private Map<String, String> sites(TrialPage page) {
        Map<String, String> names = new LinkedHashMap<>();
        sites.sites(page.asOf()).forEach(site -> names.put(site.site(), site.site() + " · " + site.name()));
        return names;
    }

    private String show(TrialPage page, ImportForm form, Model model) {
        Map<String, String> purposes = new LinkedHashMap<>();
        for (ImportPurpose purpose : ImportPurpose.values()) {
            if (ImportRights.permits(purpose, page.person().role())) {
                purposes.put(purpose.name(), say.word("import-purpose", purpose));
            }
        }
        model.addAttribute("form", form);
        model.addAttribute("purposes", purposes);
        model.addAttribute("sites", sites(page));
        model.addAttribute("twoPersons", !page.trial().test() && page.may(Act.AUTHORISE_MIGRATION));
        jobs.latest("import", page.id(), page.person().username()).ifPresent(job -> model.addAttribute("latest", job));
        return "imports/new";
    }
}
