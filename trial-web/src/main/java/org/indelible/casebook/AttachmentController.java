package org.indelible.casebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.indelible.anchoring.blob.BlobStore;
import org.indelible.authority.Act;
import org.indelible.casebook.AttachmentCommand.FileAttachment;
import org.indelible.casebook.AttachmentCommand.InactivateAttachment;
import org.indelible.portal.Acts;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.review.Attachments;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.Reason;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents filed with a form: encrypted under the participant's key, read by the site only. Everybody sees that they are there. */
@Controller
@RequestMapping("/trials/{trial}/participants/{participant}/attachments")
class AttachmentController {
    private static final long LARGEST = 20L * 1024 * 1024;

    private final Casebooks casebooks;
    private final Attachments attachments;
    private final AccountQueries accounts;
    private final BlobStore blobs;
    private final Acts acts;

    AttachmentController(
            Casebooks casebooks, Attachments attachments, AccountQueries accounts, BlobStore blobs, Acts acts) {
        this.casebooks = casebooks;
        this.attachments = attachments;
        this.accounts = accounts;
        this.blobs = blobs;
        this.acts = acts;
    }

    @GetMapping
    String show(TrialPage page, @PathVariable String participant, FormAddress address, Model model) {
        var casebook = casebooks.casebook(page, participant);
        var build = casebooks.build(page, casebook, address);
        var filed = attachments.of(page.asOf(), page.visibility(), participant).stream()
                .filter(one -> one.form().equals(address.point()))
                .toList();
        model.addAttribute("participant", participant);
        model.addAttribute("address", address);
        model.addAttribute(
                "formTitle", build.form(address.form()).map(def -> def.name()).orElse(address.form()));
        model.addAttribute("filed", filed);
        model.addAttribute(
                "names",
                accounts.names(filed.stream().map(one -> one.provenance().by()).toList()));
        model.addAttribute("filing", page.may(Act.RECORD_DATA));
        model.addAttribute("inactivating", page.may(Act.INACTIVATE_DATA));
        return "casebook/attachments";
    }

    /** The document itself, for whoever may know who the participant is. */
    @GetMapping("/{document}")
    ResponseEntity<byte[]> read(TrialPage page, @PathVariable String participant, @PathVariable String document) {
        Attachments.Attachment found = attachments.of(page.asOf(), page.visibility(), participant).stream()
                .filter(one ->
                        one.document().equals(document) && page.visibility().identity())
                .findFirst()
                .orElseThrow(() -> Casebooks.notFound("There is no such attachment, or none that you may read."));
        byte[] content = blobs.get(document).orElseThrow(() -> Casebooks.notFound("The attachment was erased."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name().present().orElse("attachment"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    @PostMapping
    String file(
            TrialPage page,
            @PathVariable String participant,
            FormAddress address,
            @RequestParam(required = false) @Nullable MultipartFile document,
            @RequestParam(defaultValue = "") String inactivate,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next)
            throws IOException {
        try {
            AttachmentCommand command = inactivate.isEmpty()
                    ? filed(page, participant, address, document)
                    : new InactivateAttachment(
                            Casebooks.id(page, participant),
                            address.ref(),
                            new DocumentHash(inactivate),
                            new Reason(Reasons.category(category), reason.strip()));
            acts.perform(page.person(), command).ifPresent(done -> next.addFlashAttribute("done", done));
            return "redirect:"
                    + address.at(page.link("/participants/" + CasebookPaths.segment(participant) + "/attachments"));
        } catch (DomainRefusal refusal) {
            model.addAttribute("refusal", refusal);
            return show(page, participant, address, model);
        }
    }

    /** Only who may file it gets it stored: the rest is decided, and refused on record, without its content. */
    private FileAttachment filed(
            TrialPage page, String participant, FormAddress address, @Nullable MultipartFile document)
            throws IOException {
        if (document == null || document.isEmpty()) {
            throw new DomainRefusal("attachment-missing", "There is no file.", "Choose a file.");
        }
        byte[] content = document.getSize() <= LARGEST ? document.getBytes() : new byte[0];
        String name = Optional.ofNullable(document.getOriginalFilename()).orElse("attachment");
        String type = FileKind.of(content);
        boolean storable = page.may(Act.RECORD_DATA) && !type.isEmpty() && content.length > 0;
        String hash = storable ? blobs.putEncrypted(content, page.id(), participant) : "A".repeat(43);
        return new FileAttachment(
                Casebooks.id(page, participant),
                address.ref(),
                new DocumentHash(hash),
                name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
                type,
                document.getSize());
    }
}
