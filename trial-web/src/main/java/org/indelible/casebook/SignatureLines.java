package org.indelible.casebook;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.casebook.SignatureLine.StaleLine;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.history.EntryChange;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.site.SiteSummary;
import org.springframework.stereotype.Component;

/** Signatures as pages show them: with names, in the time of the participant's site, a stale one with what made it so. */
@Component
public class SignatureLines {
    private final AccountQueries accounts;
    private final HistoryQueries history;
    private final SiteQueries sites;
    private final Say say;

    SignatureLines(AccountQueries accounts, HistoryQueries history, SiteQueries sites, Say say) {
        this.accounts = accounts;
        this.history = history;
        this.sites = sites;
        this.say = say;
    }

    public List<SignatureLine> lines(TrialPage page, CasebookView casebook, StudyBuild build, List<SignatureRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = accounts.names(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.provenance()), row.stale().stream()))
                .map(Provenance::by)
                .collect(Collectors.toSet()));
        ZoneId zone = zone(page, casebook);
        return rows.stream().map(row -> line(page, build, row, names, zone)).toList();
    }

    /** The participant's site's, else UTC. */
    public ZoneId zone(TrialPage page, CasebookView casebook) {
        return sites.sites(page.asOf()).stream()
                .filter(site -> site.site().equals(casebook.participant().site()))
                .findFirst()
                .map(SiteSummary::zone)
                .orElse(ZoneOffset.UTC);
    }

    private SignatureLine line(
            TrialPage page, StudyBuild build, SignatureRow row, Map<String, String> names, ZoneId zone) {
        String signer = row.provenance().by();
        return new SignatureLine(
                row.printedName().present().orElse(names.getOrDefault(signer, signer)),
                row.provenance().role(),
                row.meaning(),
                scope(build, row),
                row.provenance().recordedAt(),
                zone,
                row.provenance().entry(),
                row.stale().map(cause -> stale(page, build, cause, names)));
    }

    private String scope(StudyBuild build, SignatureRow row) {
        return row.form()
                .map(form -> say.message("sign.scope.form", form(build, form)))
                .or(() -> row.event().map(event -> say.message("sign.scope.visit", visit(build, event))))
                .orElseGet(() -> say.message("sign.scope.casebook"));
    }

    private StaleLine stale(TrialPage page, StudyBuild build, Provenance cause, Map<String, String> names) {
        List<EntryChange> changes = history.changedBy(page.asOf(), page.visibility(), cause.entry());
        Optional<ShownReason> reason =
                changes.stream().flatMap(change -> change.reason().stream()).findFirst();
        return new StaleLine(
                cause.recordedAt(),
                names.getOrDefault(cause.by(), cause.by()),
                changes.isEmpty() ? say.message("sign.stale.form") : what(build, changes),
                reason.map(why -> say.word("reason", why.category())
                        + why.text().present().map(text -> ": " + text).orElse("")),
                reason.filter(why -> why.text().present().isEmpty()).isPresent(),
                cause.entry());
    }

    private String what(StudyBuild build, List<EntryChange> changes) {
        EntryChange first = changes.getFirst();
        String item = build.item(first.point().item())
                .map(def -> def.label(say.language()))
                .orElse(first.point().item());
        return say.message(
                "sign.stale." + first.kind().name(),
                item,
                form(build, first.point().form()),
                visit(build, first.point().event()),
                changes.size() - 1);
    }

    static String form(StudyBuild build, String oid) {
        return build.form(oid).map(FormDef::name).orElse(oid);
    }

    static String visit(StudyBuild build, String oid) {
        return build.event(oid).map(StudyEventDef::name).orElse(oid);
    }
}
