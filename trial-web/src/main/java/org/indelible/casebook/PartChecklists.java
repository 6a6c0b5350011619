package org.indelible.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.review.QueryLists;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.review.Reviews;
import org.indelible.readmodel.signature.SignatureRow;
import org.springframework.stereotype.Component;

/** What stands against freezing or locking each part of a casebook, in numbers, and what is closed already. */
@Component
class PartChecklists {
    private final Reviews reviews;
    private final QueryLists queries;

    PartChecklists(Reviews reviews, QueryLists queries) {
        this.reviews = reviews;
        this.queries = queries;
    }

    /**
     * A part and what stands against locking it.
     *
     * @param choice sent back for it
     * @param depth 0 for the casebook, 1 for a visit, 2 for a form, 3 for an item
     * @param bar frozen or locked by itself
     */
    record Line(
            String choice,
            String name,
            int depth,
            long queries,
            long unsigned,
            long unfinished,
            long unverified,
            Optional<Reviews.Part> bar) {
        public String state() {
            return bar.map(part -> part.locked() ? "locked" : "frozen").orElse("");
        }

        public boolean clean() {
            return queries == 0 && unsigned == 0 && unfinished == 0 && unverified == 0;
        }
    }

    /** @param item the item that the reader came from, which gets a line of its own */
    List<Line> lines(TrialPage page, CasebookView casebook, StudyBuild build, Optional<PartScope> item) {
        String key = casebook.participant().key();
        List<Reviews.Part> parts = reviews.parts(page.asOf(), page.visibility(), key);
        List<QueryRow> open = queries.of(page.asOf(), page.visibility(), key).stream()
                .filter(QueryRow::waits)
                .toList();
        List<Line> lines = new ArrayList<>();
        List<Line> visits = new ArrayList<>();
        for (EventView visit : casebook.events()) {
            List<Line> forms = visit.forms().stream()
                    .map(form -> form(build, visit, form, parts, open))
                    .toList();
            visits.add(sum(
                    PartChoice.of(visit).text(),
                    build.event(visit.oid()).map(def -> def.name()).orElse(visit.oid()),
                    1,
                    forms,
                    bar(parts, visit.oid(), visit.key(), Optional.empty(), Optional.empty())));
            visits.addAll(forms);
        }
        lines.add(sum(
                PartChoice.WHOLE,
                key,
                0,
                visits.stream().filter(line -> line.depth() == 1).toList(),
                parts.stream().filter(part -> part.event().isEmpty()).findFirst()));
        item.ifPresent(scope -> lines.add(item(scope, build, parts, open)));
        lines.addAll(visits);
        return lines;
    }

    private static Line item(PartScope scope, StudyBuild build, List<Reviews.Part> parts, List<QueryRow> open) {
        ItemRef ref = scope.item().orElseThrow();
        FormAddress form = PartChoice.address(scope.form().orElseThrow());
        var point = form.dataPoint(ref.groupOid(), ref.groupKey().value(), ref.itemOid());
        return new Line(
                PartChoice.text(scope),
                build.item(ref.itemOid()).map(def -> def.label("en")).orElse(ref.itemOid()),
                3,
                open.stream()
                        .filter(query -> query.item().filter(point::equals).isPresent())
                        .count(),
                0,
                0,
                0,
                parts.stream()
                        .filter(part -> part.item().filter(point::equals).isPresent())
                        .findFirst());
    }

    private static Line form(
            StudyBuild build, EventView visit, FormView form, List<Reviews.Part> parts, List<QueryRow> open) {
        FormPoint point = new FormPoint(visit.oid(), visit.key(), form.oid(), form.key());
        boolean data =
                form.groups().stream().flatMap(group -> group.items().stream()).anyMatch(item -> !item.inactivated());
        boolean signed = form.signatures().stream().anyMatch(SignatureRow::holds);
        return new Line(
                PartChoice.of(FormAddress.of(point)).text(),
                build.form(form.oid()).map(def -> def.name()).orElse(form.oid()),
                2,
                open.stream().filter(query -> query.form().equals(point)).count(),
                data && !signed ? 1 : 0,
                form.status() == VisitStatus.IN_PROGRESS ? 1 : 0,
                form.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .filter(item -> !item.inactivated() && !item.verified())
                        .count(),
                bar(parts, visit.oid(), visit.key(), Optional.of(form.oid()), form.key()));
    }

    private static Line sum(String choice, String name, int depth, List<Line> below, Optional<Reviews.Part> bar) {
        return new Line(
                choice,
                name,
                depth,
                below.stream().mapToLong(Line::queries).sum(),
                below.stream().mapToLong(Line::unsigned).sum(),
                below.stream().mapToLong(Line::unfinished).sum(),
                below.stream().mapToLong(Line::unverified).sum(),
                bar);
    }

    private static Optional<Reviews.Part> bar(
            List<Reviews.Part> parts,
            String event,
            Optional<String> eventKey,
            Optional<String> form,
            Optional<String> formKey) {
        return parts.stream()
                .filter(part -> part.event().equals(Optional.of(event))
                        && part.eventKey().equals(eventKey)
                        && part.form().equals(form)
                        && part.formKey().equals(formKey)
                        && part.item().isEmpty())
                .findFirst();
    }
}
