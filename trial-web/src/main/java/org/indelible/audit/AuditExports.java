package org.indelible.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.indelible.anchoring.ledger.SignedCheckpoint;
import org.indelible.exports.ExportFacts;
import org.indelible.exports.Exports;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes rows of the audit trail straight into an answer, as they are read. What breaks off in the middle is on record all the same. */
@Component
class AuditExports {
    private final AuditQueries audit;
    private final AuditTrail trail;
    private final Exports exports;

    AuditExports(AuditQueries audit, AuditTrail trail, Exports exports) {
        this.audit = audit;
        this.trail = trail;
        this.exports = exports;
    }

    /** What of which trial is wanted, and how it is told in the record of the export. */
    record Wanted(AsOf asOf, Visibility visibility, AuditFilter filter, String trialName, String inWords) {}

    void send(Wanted wanted, Exports.By by, AuditFormat format, HttpServletResponse to) throws IOException {
        AsOf asOf = wanted.asOf();
        SignedCheckpoint checkpoint = exports.record(asOf, by, "audit-trail", format.mediaType(), wanted.inWords());
        to.setContentType(format.mediaType());
        to.setHeader("Indelible-Checkpoint", checkpoint.size() + " " + checkpoint.root());
        to.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-trail-" + asOf.trial() + "-" + asOf.treeSize() + "." + format.code())
                        .build()
                        .toString());
        ExportFacts facts = ExportFacts.of(wanted.trialName(), asOf, checkpoint, by.person(), wanted.inWords());
        OutputStream out = new BufferedOutputStream(to.getOutputStream(), 1 << 16);
        AuditWords words = trail.words(asOf);
        try (AuditFile file = AuditFile.of(format, out, facts)) {
            audit.forEach(asOf, wanted.visibility(), wanted.filter(), row -> {
                try {
                    file.add(AuditJson.of(row, words));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        }
        out.flush();
    }
}
