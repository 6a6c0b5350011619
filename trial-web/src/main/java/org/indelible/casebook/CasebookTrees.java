package org.indelible.casebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.indelible.authority.Act;
import org.indelible.portal.TrialPage;
import org.indelible.protocols.build.EventType;
import org.indelible.protocols.build.FormDef;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.build.StudyEventDef;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.participant.VisitStatus;
import org.indelible.readmodel.trial.TrialQueries;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Visits and forms: what the study build foresees, with what there is. */
@Component
class CasebookTrees {
    private final TrialQueries trials;

    CasebookTrees(TrialQueries trials) {
        this.trials = trials;
    }

    CasebookTree tree(TrialPage page, CasebookView casebook, StudyBuild build, Optional<FormAddress> current) {
        String path =
                "/participants/" + CasebookPaths.segment(casebook.participant().key());
        List<CasebookTree.Visit> visits = new ArrayList<>();
        for (StudyEventDef event : build.studyEvents()) {
            visits.addAll(visits(page, casebook, build, event, path, current));
        }
        casebook.events().stream()
                .filter(view -> build.event(view.oid()).isEmpty())
                .forEach(view -> visits.add(leftOver(page, view, path, current)));
        return new CasebookTree(casebook.participant(), page.link(path), current.isEmpty(), visits);
    }

    private List<CasebookTree.Visit> visits(
            TrialPage page,
            CasebookView casebook,
            StudyBuild build,
            StudyEventDef event,
            String path,
            Optional<FormAddress> current) {
        List<EventView> recorded = casebook.events().stream()
                .filter(view -> view.oid().equals(event.oid()))
                .toList();
        List<CasebookTree.Visit> visits = new ArrayList<>();
        for (EventView view : recorded) {
            int number = event.repeating() ? visits.size() + 1 : 0;
            boolean last = visits.size() == recorded.size() - 1;
            visits.add(visit(page, build, event, Optional.of(view), number, last, path, current));
        }
        if (recorded.isEmpty() && event.type() != EventType.UNSCHEDULED) {
            visits.add(visit(page, build, event, Optional.empty(), 0, true, path, current));
        } else if (recorded.isEmpty()) {
            visits.add(new CasebookTree.Visit(
                    event.oid(),
                    "",
                    event.name(),
                    0,
                    VisitStatus.EMPTY,
                    "",
                    false,
                    start(page, event, Optional.empty(), true, path),
                    verify(page, event, "", path),
                    List.of()));
        }
        return visits;
    }

    private CasebookTree.Visit visit(
            TrialPage page,
            StudyBuild build,
            StudyEventDef event,
            Optional<EventView> view,
            int number,
            boolean last,
            String path,
            Optional<FormAddress> current) {
        String key = view.flatMap(EventView::key).orElse("");
        boolean open = current.filter(address -> address.event().equals(event.oid())
                        && address.eventKey().equals(key))
                .isPresent();
        List<CasebookTree.Form> forms = new ArrayList<>();
        event.formRefs().stream()
                .flatMap(ref -> build.form(ref.oid()).stream())
                .forEach(def -> forms.addAll(forms(page, event, key, view, def, path, current)));
        view.ifPresent(recorded -> forms.addAll(
                leftOver(page, recorded, form -> event.formRef(form.oid()).isEmpty(), path, current)));
        return new CasebookTree.Visit(
                event.oid(),
                key,
                event.name(),
                number,
                view.map(EventView::status).orElse(VisitStatus.EMPTY),
                view.flatMap(EventView::date).orElse(""),
                open,
                start(page, event, view, last, path),
                verify(page, event, key, path),
                forms);
    }

    private static String verify(TrialPage page, StudyEventDef event, String key, String path) {
        return new SigningTarget(event.oid(), key, "", "").at(page.link(path + "/verify"));
    }

    /** A visit that the participant's build no longer has: what was recorded in it stays where it can be found. */
    private CasebookTree.Visit leftOver(TrialPage page, EventView view, String path, Optional<FormAddress> current) {
        String name = view.forms().stream()
                .flatMap(form -> form.build().flatMap(trials::build).stream())
                .flatMap(build -> build.event(view.oid()).stream())
                .findFirst()
                .map(StudyEventDef::name)
                .orElse(view.oid());
        return new CasebookTree.Visit(
                view.oid(),
                view.key().orElse(""),
                name,
                0,
                view.status(),
                view.date().orElse(""),
                current.filter(address -> address.event().equals(view.oid())).isPresent(),
                Optional.empty(),
                new SigningTarget(view.oid(), view.key().orElse(""), "", "").at(page.link(path + "/verify")),
                leftOver(page, view, form -> true, path, current));
    }

    /** Recorded forms that the participant's build no longer has at the visit. */
    private List<CasebookTree.Form> leftOver(
            TrialPage page, EventView visit, Predicate<FormView> which, String path, Optional<FormAddress> current) {
        return visit.forms().stream()
                .filter(which)
                .map(form -> {
                    FormAddress address = new FormAddress(
                            visit.oid(),
                            visit.key().orElse(""),
                            form.oid(),
                            form.key().orElse(""));
                    return new CasebookTree.Form(
                            form.build()
                                    .flatMap(trials::build)
                                    .flatMap(build -> build.form(form.oid()))
                                    .map(FormDef::name)
                                    .orElse(form.oid()),
                            0,
                            form.status(),
                            current.filter(address::equals).isPresent(),
                            address.at(page.link(path + "/form"), Map.of()),
                            Optional.empty());
                })
                .toList();
    }

    private static Optional<String> start(
            TrialPage page, StudyEventDef event, Optional<EventView> view, boolean last, String path) {
        boolean started = view.flatMap(EventView::started).isPresent();
        boolean offered = event.repeating() ? last : !started;
        if (!offered || event.type() == EventType.COMMON || !page.may(Act.RECORD_DATA)) {
            return Optional.empty();
        }
        return Optional.of(
                page.link(path + "/visit") + "?event=" + UriUtils.encode(event.oid(), StandardCharsets.UTF_8));
    }

    private static List<CasebookTree.Form> forms(
            TrialPage page,
            StudyEventDef event,
            String eventKey,
            Optional<EventView> visit,
            FormDef def,
            String path,
            Optional<FormAddress> current) {
        List<FormView> recorded = visit.stream()
                .flatMap(view -> view.forms().stream())
                .filter(form -> form.oid().equals(def.oid()))
                .sorted(Comparator.comparing(form -> form.key().orElse("")))
                .toList();
        List<CasebookTree.Form> forms = new ArrayList<>();
        for (FormView form : recorded) {
            FormAddress address =
                    new FormAddress(event.oid(), eventKey, def.oid(), form.key().orElse(""));
            forms.add(new CasebookTree.Form(
                    def.name(),
                    def.repeating() ? forms.size() + 1 : 0,
                    form.status(),
                    current.filter(address::equals).isPresent(),
                    address.at(page.link(path + "/form"), Map.of()),
                    Optional.empty()));
        }
        if (recorded.isEmpty() || def.repeating() && page.may(Act.RECORD_DATA)) {
            forms.add(fresh(page, event, eventKey, def, recorded.isEmpty(), path, current));
        }
        return forms;
    }

    private static CasebookTree.Form fresh(
            TrialPage page,
            StudyEventDef event,
            String eventKey,
            FormDef def,
            boolean first,
            String path,
            Optional<FormAddress> current) {
        FormAddress address =
                new FormAddress(event.oid(), eventKey, def.oid(), def.repeating() ? RepeatKeys.fresh() : "");
        String href = address.at(page.link(path + "/form"), Map.of());
        return new CasebookTree.Form(
                def.name(),
                0,
                VisitStatus.EMPTY,
                first && current.filter(address::equals).isPresent(),
                href,
                first || !page.may(Act.RECORD_DATA) ? Optional.empty() : Optional.of(href));
    }
}
