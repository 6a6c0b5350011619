package org.indelible.casebook;

import java.util.List;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.springframework.stereotype.Component;

/** Puts a casebook's signatures together, visit by visit. */
@Component
class SigningOverviews {
    private final SignatureQueries signatures;
    private final SignatureLines lines;
    private final FormOpenings openings;

    SigningOverviews(SignatureQueries signatures, SignatureLines lines, FormOpenings openings) {
        this.signatures = signatures;
        this.lines = lines;
        this.openings = openings;
    }

    SigningOverview of(TrialPage page, CasebookView casebook, StudyBuild build) {
        String key = casebook.participant().key();
        List<SignatureRow> rows = signatures.signatures(page.asOf(), page.visibility(), key);
        String path = page.link("/participants/" + CasebookPaths.segment(key) + "/sign");
        boolean maySign = openings.maySign(page, casebook);
        List<SigningOverview.Visit> visits = casebook.events().stream()
                .filter(visit -> visit.forms().stream().anyMatch(SigningOverviews::signable))
                .map(visit -> visit(page, casebook, build, visit, rows, maySign ? path : ""))
                .toList();
        boolean open = maySign && visits.stream().anyMatch(visit -> visit.unsigned() > 0);
        return new SigningOverview(
                lines.lines(
                        page,
                        casebook,
                        build,
                        rows.stream().filter(row -> row.event().isEmpty()).toList()),
                open ? path : "",
                visits);
    }

    private SigningOverview.Visit visit(
            TrialPage page,
            CasebookView casebook,
            StudyBuild build,
            EventView visit,
            List<SignatureRow> rows,
            String path) {
        SigningTarget target = SigningTarget.visit(visit);
        int unsigned = (int) visit.forms().stream()
                .filter(SigningOverviews::signable)
                .filter(form -> form.signatures().stream().noneMatch(SignatureRow::holds))
                .count();
        List<SignatureRow> ofVisit = rows.stream()
                .filter(row -> row.form().isEmpty()
                        && row.event().filter(visit.oid()::equals).isPresent()
                        && row.eventKey().equals(visit.key()))
                .toList();
        return new SigningOverview.Visit(
                SignatureLines.visit(build, visit.oid()),
                visit.date().orElse(""),
                visit.status(),
                unsigned,
                lines.lines(page, casebook, build, ofVisit),
                path.isEmpty() || unsigned == 0 ? "" : target.at(path));
    }

    private static boolean signable(FormView form) {
        return !form.groups().isEmpty();
    }
}
