package org.indelible.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.indelible.account.AccountCommand.RecordEvidenceExport;
import org.indelible.anchoring.evidence.export.EvidenceExport;
import org.indelible.anchoring.evidence.export.EvidenceRequest;
import org.indelible.commands.Acting;
import org.indelible.commands.Commands;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.ParticipantKey;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes a bundle straight into an answer. What breaks off in the middle has no end, and no verifier takes it for a bundle. */
@Component
class EvidenceDownloads {
    private static final int BUFFER = 1 << 16;

    private final EvidenceScopes scopes;
    private final EvidenceExport export;
    private final Commands commands;

    EvidenceDownloads(EvidenceScopes scopes, EvidenceExport export, Commands commands) {
        this.scopes = scopes;
        this.export = export;
        this.commands = commands;
    }

    void send(AsOf asOf, Visibility visibility, Acting acting, SignedInPerson person, Wish wish, HttpServletResponse to)
            throws IOException {
        if (asOf.treeSize() == 0) {
            throw new DomainRefusal("nothing-recorded-yet", "Nothing was recorded then.", "Choose a later point.");
        }
        EvidenceRequest request = scopes.request(asOf, visibility, person, wish);
        commands.send(recorded(person, request), acting);
        to.setContentType("application/zip");
        to.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name(request)).build().toString());
        OutputStream out = new BufferedOutputStream(to.getOutputStream(), BUFFER);
        export.write(request, out);
        out.flush();
    }

    private static RecordEvidenceExport recorded(SignedInPerson person, EvidenceRequest request) {
        return new RecordEvidenceExport(
                person.account(),
                new TrialId(request.ledger()),
                request.treeSize(),
                request.scope().kind(),
                request.scope().site().map(SiteKey::new),
                request.scope().participant().map(ParticipantKey::new),
                request.scope().form(),
                request.profile().code(),
                classes(request));
    }

    private static List<String> classes(EvidenceRequest request) {
        return request.withheld().stream().map(Enum::name).sorted().toList();
    }

    private static String name(EvidenceRequest request) {
        String whose = request.scope()
                .participant()
                .or(request.scope()::site)
                .map(key -> "-" + key.replaceAll("[^A-Za-z0-9-]", "_"))
                .orElse("");
        return "evidence-" + request.ledger() + whose + "-" + request.treeSize() + "-"
                + request.profile().code() + ".zip";
    }
}
