package org.indelible.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.indelible.casebook.ShownValue;
import org.indelible.casebook.SignatureLines;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.ItemGroupDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.account.AccountQueries;
import org.indelible.readmodel.audit.AuditFilter;
import org.indelible.readmodel.audit.AuditQueries;
import org.indelible.readmodel.audit.AuditRow;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.shared.DomainRefusal;
import org.springframework.stereotype.Component;

/** Reads a casebook for its report: what stands, and every change that led there. */
@Component
class CasebookReports {
    private final CasebookQueries casebooks;
    private final TrialQueries trials;
    private final AuditQueries audit;
    private final AccountQueries accounts;
    private final SignatureLines signatures;
    private final Say say;

    CasebookReports(
            CasebookQueries casebooks,
            TrialQueries trials,
            AuditQueries audit,
            AccountQueries accounts,
            SignatureLines signatures,
            Say say) {
        this.casebooks = casebooks;
        this.trials = trials;
        this.audit = audit;
        this.accounts = accounts;
        this.signatures = signatures;
        this.say = say;
    }

    CasebookReport of(TrialPage page, String participant) {
        CasebookView casebook = casebooks
                .casebook(page.asOf(), page.visibility(), participant)
                .orElseThrow(() ->
                        new DomainRefusal("unknown-participant", "There is no such participant that you may see.", ""));
        List<AuditRow> changes = new ArrayList<>();
        audit.forEach(page.asOf(), page.visibility(), AuditFilter.ofParticipant(participant), row -> {
            if (row.dataPoint().isPresent() && !row.kind().equals(Optional.of("first"))) {
                changes.add(row);
            }
        });
        return new Reading(page, casebook, build(page, casebook), names(casebook, changes), changes).report();
    }

    private StudyBuild build(TrialPage page, CasebookView casebook) {
        return casebook.participant()
                .build()
                .flatMap(trials::build)
                .or(() -> trials.latestBuild(page.asOf()))
                .orElseThrow(() -> new DomainRefusal("no-build", "No study build had been published then.", ""));
    }

    private Map<String, String> names(CasebookView casebook, List<AuditRow> changes) {
        Set<String> who = Stream.concat(
                        changes.stream().map(row -> row.provenance().by()),
                        casebook.events().stream()
                                .flatMap(event -> event.forms().stream())
                                .flatMap(form -> form.groups().stream())
                                .flatMap(group -> group.items().stream())
                                .map(item -> item.provenance().by()))
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        who.forEach(account -> names.put(account, account));
        names.putAll(accounts.names(who));
        return names;
    }

    /** One casebook while it is read. */
    private final class Reading {
        private final TrialPage page;
        private final CasebookView casebook;
        private final StudyBuild latest;
        private final Map<String, String> names;
        private final Map<FormPoint, List<AuditRow>> changes;
        private int ids;

        Reading(
                TrialPage page,
                CasebookView casebook,
                StudyBuild latest,
                Map<String, String> names,
                List<AuditRow> changes) {
            this.page = page;
            this.casebook = casebook;
            this.latest = latest;
            this.names = names;
            this.changes = changes.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.dataPoint().orElseThrow().formPoint()));
        }

        CasebookReport report() {
            List<SignatureRow> whole = casebook.events().stream()
                    .flatMap(event -> event.forms().stream())
                    .flatMap(form -> form.signatures().stream())
                    .filter(signature -> signature.form().isEmpty())
                    .distinct()
                    .toList();
            return new CasebookReport(
                    casebook.participant().key(),
                    casebook.participant().site(),
                    say.word("participant", casebook.participant().status()),
                    signatures.zone(page, casebook),
                    casebook.events().stream().map(this::visit).toList(),
                    signatures.lines(page, casebook, latest, whole));
        }

        private CasebookReport.Visit visit(EventView event) {
            String name = latest.event(event.oid()).map(StudyEventDef::name).orElse(event.oid());
            return new CasebookReport.Visit(
                    "v" + ++ids,
                    event.key().map(key -> name + " (" + key + ")").orElse(name),
                    event.date().orElse(""),
                    event.forms().stream().map(form -> form(event, form)).toList());
        }

        private CasebookReport.Form form(EventView event, FormView form) {
            StudyBuild build = form.build().flatMap(trials::build).orElse(latest);
            String name = build.form(form.oid()).map(FormDef::name).orElse(form.oid());
            FormPoint point = new FormPoint(event.oid(), event.key(), form.oid(), form.key());
            return new CasebookReport.Form(
                    "f" + ++ids,
                    form.key().map(key -> name + " (" + key + ")").orElse(name),
                    form.groups().stream().map(group -> section(build, group)).toList(),
                    signatures.lines(
                            page,
                            casebook,
                            build,
                            form.signatures().stream()
                                    .filter(signature -> signature.form().isPresent())
                                    .toList()),
                    changes.getOrDefault(point, List.of()).stream()
                            .map(row -> change(build, row))
                            .toList());
        }

        private CasebookReport.Section section(StudyBuild build, GroupView group) {
            return new CasebookReport.Section(
                    build.itemGroup(group.oid()).map(ItemGroupDef::name).orElse(group.oid()),
                    group.key().orElse(""),
                    group.inactivated(),
                    group.items().stream().map(item -> item(build, item)).toList());
        }

        private CasebookReport.Item item(StudyBuild build, ItemView item) {
            return new CasebookReport.Item(
                    label(build, item.oid()),
                    shown(build, item.oid(), Optional.of(item.value())),
                    item.changed(),
                    item.inactivated(),
                    item.verified(),
                    item.openQueries(),
                    item.provenance().enteredAt(),
                    item.provenance().recordedAt(),
                    names.getOrDefault(item.provenance().by(), item.provenance().by()),
                    item.provenance().entry());
        }

        private CasebookReport.Change change(StudyBuild build, AuditRow row) {
            String item = row.dataPoint().orElseThrow().item();
            return new CasebookReport.Change(
                    label(build, item),
                    shown(build, item, row.before()),
                    shown(build, item, row.after()),
                    row.reason().map(this::words).orElse(""),
                    names.getOrDefault(row.provenance().by(), row.provenance().by()),
                    row.provenance().role(),
                    row.provenance().enteredAt(),
                    row.provenance().recordedAt(),
                    row.provenance().entry());
        }

        private String words(ShownReason reason) {
            return say.word("reason", reason.category())
                    + ": "
                    + reason.text().present().orElseGet(() -> say.message("value.erased"));
        }

        private String label(StudyBuild build, String item) {
            return build.item(item).map(def -> def.label(say.language())).orElse(item);
        }

        private ShownValue shown(StudyBuild build, String item, Optional<RecordedValue> value) {
            return value.map(recorded -> ShownValue.of(recorded, build.item(item), build, say.language()))
                    .orElse(ShownValue.NONE);
        }
    }
}
