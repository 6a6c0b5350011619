package org.indelible.casebook;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.portal.Say;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.participant.VisitStatus;
import org.springframework.stereotype.Component;

/** Sets a form: what the study build asks, what is recorded, and what is being typed. */
@Component
class FormPages {
    private final SignatureLines signatures;
    private final FormOpenings openings;
    private final ValueHistory history;
    private final QueryLines queries;
    private final CasebookQueries casebooks;
    private final Orphans orphans;
    private final Say say;

    FormPages(
            SignatureLines signatures,
            FormOpenings openings,
            ValueHistory history,
            QueryLines queries,
            CasebookQueries casebooks,
            Orphans orphans,
            Say say) {
        this.signatures = signatures;
        this.openings = openings;
        this.history = history;
        this.queries = queries;
        this.casebooks = casebooks;
        this.orphans = orphans;
        this.say = say;
    }

    Optional<FormView> recorded(TrialPage page, String participant, FormAddress address) {
        return casebooks.form(page.asOf(), page.visibility(), participant, address.point());
    }

    FormPage page(
            TrialPage page,
            CasebookView casebook,
            StudyBuild build,
            FormAddress address,
            FormDef def,
            FormTyped typed) {
        Optional<EventView> visit = visit(casebook, address);
        Optional<FormView> form = form(casebook, address);
        Optional<StudyEventDef> event = build.event(address.event());
        boolean started = visit.flatMap(EventView::started).isPresent();
        VisitStatus status = form.map(FormView::status).orElse(VisitStatus.EMPTY);
        List<SignatureLine> lines = signatures.lines(
                page, casebook, build, form.map(FormView::signatures).orElse(List.of()));
        String participant = casebook.participant().key();
        List<QueryLine> asked = queries.of(page, participant, address.point());
        SectionBuilder sections = new SectionBuilder(
                page,
                participant,
                build,
                address,
                form,
                typed,
                asked,
                say,
                history,
                new RecordedElsewhere(() -> casebook, build));
        return new FormPage(
                address,
                event.map(StudyEventDef::name).orElse(address.event()),
                def.name(),
                def.description().in(say.language()),
                status,
                editable(page, casebook, status),
                form.isPresent() && openings.maySign(page, casebook),
                !started && event.map(e -> e.type() != EventType.COMMON).orElse(true),
                typed.save()
                        .map(FormSave::observedOn)
                        .orElse(visit.flatMap(EventView::date).orElse("")),
                typed.dayError(),
                lastChange(form),
                sections.sections(def),
                form.map(view -> orphans.of(page, casebook.participant().key(), address, view))
                        .orElse(List.of()),
                migrate(page, casebook, address, form),
                lines,
                asked.stream().filter(line -> line.query().item().isEmpty()).toList(),
                page.may(Act.RAISE_QUERY)
                        ? Optional.of(address.at(page.link(AskController.path(participant))))
                        : Optional.empty());
    }

    /** Where the form can be moved on, where the participant is under a later build than it. */
    private static Optional<String> migrate(
            TrialPage page, CasebookView casebook, FormAddress address, Optional<FormView> form) {
        boolean earlier = form.flatMap(FormView::build)
                .filter(build -> !casebook.participant().build().equals(Optional.of(build)))
                .isPresent();
        return earlier && page.may(Act.RECORD_DATA)
                ? Optional.of(address.at(page.link("/participants/"
                        + CasebookPaths.segment(casebook.participant().key()) + "/form/migrate")))
                : Optional.empty();
    }

    private static boolean editable(TrialPage page, CasebookView casebook, VisitStatus status) {
        boolean barred = status == VisitStatus.LOCKED || status == VisitStatus.FROZEN;
        return page.may(Act.RECORD_DATA)
                && !barred
                && !casebook.participant().status().equals("locked");
    }

    private static Optional<Instant> lastChange(Optional<FormView> form) {
        return form.stream()
                .flatMap(view -> view.groups().stream())
                .flatMap(group -> group.items().stream())
                .map(item -> item.provenance().recordedAt())
                .max(Comparator.naturalOrder());
    }

    static Optional<EventView> visit(CasebookView casebook, FormAddress address) {
        return casebook.events().stream()
                .filter(event -> event.oid().equals(address.event())
                        && event.key().orElse("").equals(address.eventKey()))
                .findFirst();
    }

    static Optional<FormView> form(CasebookView casebook, FormAddress address) {
        return visit(casebook, address).stream()
                .flatMap(event -> event.forms().stream())
                .filter(form -> form.oid().equals(address.form())
                        && form.key().orElse("").equals(address.formKey()))
                .findFirst();
    }
}
