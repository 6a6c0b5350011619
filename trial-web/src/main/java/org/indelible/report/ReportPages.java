package org.indelible.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.audit.AuditAct;
import org.indelible.audit.AuditLine;
import org.indelible.audit.AuditLines;
import org.indelible.audit.AuditTrail;
import org.indelible.audit.AuditWords;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.shared.DomainRefusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What stands in a report, before it is set. */
@Component
class ReportPages {
    /** A report of more is read by nobody; as CSV or in a spreadsheet it can be worked with. */
    private static final int MOST_ROWS = 20_000;

    private static final Set<String> STAFF = Set.of(
            "principal-investigator-named",
            "duty-delegated",
            "delegation-accepted",
            "delegation-ended",
            "training-recorded",
            "site-opened",
            "site-closed");

    private final ITemplateEngine templates;
    private final CasebookReports casebooks;
    private final LockReports locks;
    private final AuditQueries audit;
    private final AuditTrail trail;
    private final AuditLines lines;
    private final ReportFonts fonts;
    private final Say say;

    ReportPages(
            ITemplateEngine templates,
            CasebookReports casebooks,
            LockReports locks,
            AuditQueries audit,
            AuditTrail trail,
            AuditLines lines,
            ReportFonts fonts,
            Say say) {
        this.templates = templates;
        this.casebooks = casebooks;
        this.locks = locks;
        this.audit = audit;
        this.trail = trail;
        this.lines = lines;
        this.fonts = fonts;
        this.say = say;
    }

    /** @param missing characters that no font can show, as {@code U+6F22} */
    record Laid(String html, List<String> missing) {}

    Laid of(ReportRequest request, boolean evidence, ReportSeals seals) {
        Map<String, Object> model = model(request);
        model.put("evidence", evidence);
        model.put("fingerprint", seals.key().fingerprint());
        model.put("stamped", seals.authority().isPresent());
        model.put(
                "authority",
                seals.authority().map(authority -> authority.name()).orElse(""));
        model.put("missing", List.of());
        String html = html(request, model);
        List<String> missing =
                fonts.missing(html).stream().map("U+%04X"::formatted).toList();
        if (!missing.isEmpty()) {
            model.put("missing", missing);
            html = html(request, model);
        }
        return new Laid(fonts.showable(html), missing);
    }

    private String html(ReportRequest request, Map<String, Object> model) {
        String template =
                request.kind().ofParticipant() && request.kind() == ReportKind.CASEBOOK ? "casebook" : "trail";
        return templates.process("report/" + template, new Context(LocaleContextHolder.getLocale(), model));
    }

    private Map<String, Object> model(ReportRequest request) {
        TrialPage page = request.page();
        Map<String, Object> model = new HashMap<>();
        model.put("say", say);
        model.put("request", request);
        model.put("page", page);
        model.put("families", fonts.families());
        model.put(
                "title",
                say.message(
                        "report.title." + request.kind().code(),
                        request.participant().orElse("")));
        if (request.kind() == ReportKind.CASEBOOK) {
            model.put("casebook", casebooks.of(page, request.participant().orElseThrow()));
            return model;
        }
        AuditWords words = trail.words(page.asOf());
        List<AuditLine> told = lines.of(page, rows(page, filter(request)), words, Integer.MAX_VALUE);
        model.put("lines", told);
        boolean lock = request.kind() == ReportKind.LOCK;
        model.put("locks", lock ? locks.locks(page, words, told) : List.of());
        model.put("after", lock ? locks.changesAfter(page, words, told) : List.of());
        model.put("lock", lock);
        return model;
    }

    private static AuditFilter filter(ReportRequest request) {
        return switch (request.kind()) {
            case AUDIT -> AuditFilter.ofParticipant(request.participant().orElseThrow());
            case HISTORY ->
                AuditFilter.none()
                        .ofTypes(Stream.of(AuditAct.TRIAL, AuditAct.LOCKED, AuditAct.SITE)
                                .flatMap(act -> act.types().stream())
                                .collect(Collectors.toCollection(TreeSet::new)));
            case STAFF -> AuditFilter.none().ofTypes(STAFF);
            case LOCK -> AuditFilter.none().ofTypes(AuditAct.LOCKED.types());
            case CASEBOOK, CASEBOOKS -> throw new IllegalArgumentException("a casebook is no list");
        };
    }

    private List<AuditRow> rows(TrialPage page, AuditFilter filter) {
        List<AuditRow> rows = new ArrayList<>();
        audit.forEach(page.asOf(), page.visibility(), filter, row -> {
            if (rows.size() == MOST_ROWS) {
                throw new DomainRefusal(
                        "report-too-large",
                        "There are more than " + MOST_ROWS + " rows.",
                        "Take the audit trail as CSV, NDJSON or Excel.");
            }
            rows.add(row);
        });
        return rows;
    }
}
