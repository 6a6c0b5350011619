package org.indelible.casebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.indelible.anchoring.ledger.LedgerStore;
import org.indelible.casebook.SigningPage.ChangeLine;
import org.indelible.casebook.SigningPage.Line;
import org.indelible.casebook.SigningPage.Part;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.shared.EntryHash;
import org.springframework.stereotype.Component;

/** Puts together what a signer sees, and the same as the signature cites it. */
@Component
class SigningPages {
    private final LedgerStore ledgers;
    private final SignatureLines signatures;
    private final FormOpenings openings;
    private final ValueHistory history;
    private final Casebooks casebooks;
    private final Say say;

    SigningPages(
            LedgerStore ledgers,
            SignatureLines signatures,
            FormOpenings openings,
            ValueHistory history,
            Casebooks casebooks,
            Say say) {
        this.ledgers = ledgers;
        this.signatures = signatures;
        this.openings = openings;
        this.history = history;
        this.casebooks = casebooks;
        this.say = say;
    }

    SigningPage page(TrialPage page, CasebookView casebook, SigningTarget target) {
        StudyBuild build = casebooks.build(page, casebook);
        Set<FormAddress> opened = openings.openedAsTheyAre(page, casebook);
        List<Part> parts = new ArrayList<>();
        List<SignatureRow> rows = new ArrayList<>();
        for (EventView visit : casebook.events()) {
            for (FormView form : visit.forms()) {
                if (target.covers(visit, form) && !form.groups().isEmpty()) {
                    parts.add(part(page, casebook, visit, form, opened));
                    rows.addAll(form.signatures());
                }
            }
        }
        if (parts.isEmpty()) {
            throw Casebooks.notFound("Nothing is recorded here yet, so there is nothing to sign.");
        }
        return new SigningPage(
                target,
                title(casebook, build, target),
                parts,
                signatures.lines(page, casebook, build, newestFirst(rows)),
                casebook.entries() - 1);
    }

    private static List<SignatureRow> newestFirst(List<SignatureRow> rows) {
        return rows.stream()
                .distinct()
                .sorted(Comparator.comparingLong(
                                (SignatureRow row) -> row.provenance().entry())
                        .reversed())
                .toList();
    }

    private static String title(CasebookView casebook, StudyBuild build, SigningTarget target) {
        return switch (target.kind()) {
            case "form" -> SignatureLines.form(build, target.form());
            case "visit" -> SignatureLines.visit(build, target.event());
            default -> casebook.participant().key();
        };
    }

    private Part part(TrialPage page, CasebookView casebook, EventView visit, FormView form, Set<FormAddress> opened) {
        FormAddress address = new FormAddress(
                visit.oid(), visit.key().orElse(""), form.oid(), form.key().orElse(""));
        StudyBuild build = casebooks.build(page, casebook, address);
        long lastSigned = form.signatures().stream()
                .mapToLong(row -> row.provenance().entry())
                .max()
                .orElse(-1);
        List<Line> lines = new ArrayList<>();
        List<ChangeLine> changes = new ArrayList<>();
        for (GroupView group : form.groups()) {
            int row = group.key().isPresent() ? number(form, group) : 0;
            for (ItemView item : group.items()) {
                DataPoint point = address.dataPoint(group.oid(), group.key().orElse(""), item.oid());
                Line line = line(page, casebook, build, address, point, row, item, group.inactivated());
                lines.add(line);
                if (lastSigned >= 0 && item.provenance().entry() > lastSigned) {
                    changes.add(new ChangeLine(
                            line, history.latest(page, casebook.participant().key(), build, point)));
                }
            }
        }
        String path =
                "/participants/" + CasebookPaths.segment(casebook.participant().key()) + "/form";
        return new Part(
                SignatureLines.visit(build, visit.oid()),
                SignatureLines.form(build, form.oid()),
                form.status(),
                address.at(page.link(path)),
                lastSigned >= 0,
                opened.contains(address),
                lines,
                changes);
    }

    private static int number(FormView form, GroupView group) {
        return form.groups().stream()
                        .filter(other -> other.oid().equals(group.oid()))
                        .toList()
                        .indexOf(group)
                + 1;
    }

    private Line line(
            TrialPage page,
            CasebookView casebook,
            StudyBuild build,
            FormAddress address,
            DataPoint point,
            int row,
            ItemView item,
            boolean groupInactivated) {
        Optional<ItemDef> def = build.item(item.oid());
        String path =
                "/participants/" + CasebookPaths.segment(casebook.participant().key()) + "/history";
        return new Line(
                def.map(d -> d.label(say.language())).orElse(item.oid()),
                row,
                ShownValue.of(item.value(), def, build, say.language()),
                item.inactivated() || groupInactivated,
                address.at(
                        page.link(path),
                        Map.of(
                                "group", point.group(),
                                "groupKey", point.groupKey().orElse(""),
                                "item", point.item())));
    }

    /**
     * The entries that were shown, each with the digests of what was shown of it (21 CFR 11.70; R33); entries alone where the digests
     * of a large scope would not fit.
     */
    List<ShownEntry> shownEntries(TrialPage page, CasebookView casebook, SigningTarget target) {
        Map<Long, List<String>> digests = new LinkedHashMap<>();
        casebook.events().stream()
                .flatMap(visit -> visit.forms().stream().filter(form -> target.covers(visit, form)))
                .flatMap(SigningPages::items)
                .sorted(Comparator.comparingLong(item -> item.provenance().entry()))
                .forEach(item -> {
                    List<String> ofEntry =
                            digests.computeIfAbsent(item.provenance().entry(), n -> new ArrayList<>());
                    item.value().text().flatMap(text -> text.digest()).ifPresent(ofEntry::add);
                });
        List<ShownEntry> all = cited(page, digests, Function.identity());
        return ShownEntry.fit(all) ? all : cited(page, digests, none -> List.of());
    }

    private static Stream<ItemView> items(FormView form) {
        return form.groups().stream().flatMap(group -> group.items().stream());
    }

    private List<ShownEntry> cited(
            TrialPage page, Map<Long, List<String>> digests, Function<List<String>, List<String>> which) {
        return digests.entrySet().stream()
                .map(shown -> new ShownEntry(hash(page.id(), shown.getKey()), which.apply(shown.getValue())))
                .toList();
    }

    private EntryHash hash(String ledger, long leafIndex) {
        return new EntryHash(ledgers.entry(ledger, leafIndex).orElseThrow().entryHash());
    }
}
