package org.indelible.clinicaldata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.protocols.build.ItemDef;
import org.indelible.protocols.build.MeasurementUnit;
import org.indelible.protocols.build.StudyBuild;
import org.indelible.protocols.clinicaldata.FormData;
import org.indelible.protocols.clinicaldata.ItemData;
import org.indelible.protocols.clinicaldata.ItemGroupData;
import org.indelible.protocols.clinicaldata.Marks;
import org.indelible.protocols.clinicaldata.Query;
import org.indelible.protocols.clinicaldata.StudyEventData;
import org.indelible.protocols.clinicaldata.SubjectData;
import org.indelible.protocols.clinicaldata.TransactionType;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.api.Shown;
import org.indelible.readmodel.casebook.CasebookQueries;
import org.indelible.readmodel.casebook.CasebookView;
import org.indelible.readmodel.casebook.EventView;
import org.indelible.readmodel.casebook.FormView;
import org.indelible.readmodel.casebook.GroupView;
import org.indelible.readmodel.casebook.ItemView;
import org.indelible.readmodel.history.HistoryQueries;
import org.indelible.readmodel.history.PointChange;
import org.indelible.readmodel.review.QueryLists;
import org.indelible.readmodel.review.QueryRow;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.StudyBuilds;
import org.springframework.stereotype.Component;

/**
 * Casebooks as ODM snapshots state them: what stands. What was inactivated is in the audit trail. A value that the reader may not see, or that
 * was erased, is null with a flag that says which.
 */
@Component
class OdmSubjects {
    private static final String LANGUAGE = "en";

    private final CasebookQueries casebooks;
    private final HistoryQueries histories;
    private final QueryLists queries;
    private final SignatureQueries signatures;
    private final StudyBuilds builds;

    OdmSubjects(
            CasebookQueries casebooks,
            HistoryQueries histories,
            QueryLists queries,
            SignatureQueries signatures,
            StudyBuilds builds) {
        this.casebooks = casebooks;
        this.histories = histories;
        this.queries = queries;
        this.signatures = signatures;
        this.builds = builds;
    }

    /** @param latest the build whose OIDs are stated where the participant is under none */
    Optional<SubjectData> subject(AsOf asOf, Visibility visibility, String participant, StudyBuild latest) {
        return casebooks
                .casebook(asOf, visibility, participant)
                .map(casebook -> new Assembly(
                                new OdmMarks(asOf.trial()),
                                casebook,
                                casebook.participant()
                                        .build()
                                        .flatMap(builds::find)
                                        .orElse(latest),
                                signatures.signatures(asOf, visibility, participant),
                                reasons(asOf, visibility, participant),
                                asked(asOf, visibility, participant))
                        .subject());
    }

    private Map<DataPoint, ShownReason> reasons(AsOf asOf, Visibility visibility, String participant) {
        Map<DataPoint, ShownReason> reasons = new HashMap<>();
        for (PointChange changed : histories.changes(asOf, visibility, participant)) {
            changed.change()
                    .reason()
                    .ifPresentOrElse(
                            reason -> reasons.put(changed.point(), reason), () -> reasons.remove(changed.point()));
        }
        return reasons;
    }

    /** By data point; those about a form as a whole by the form. */
    private Map<Object, List<Query>> asked(AsOf asOf, Visibility visibility, String participant) {
        OdmMarks marks = new OdmMarks(asOf.trial());
        Map<Object, List<Query>> asked = new HashMap<>();
        for (QueryRow row : queries.of(asOf, visibility, participant)) {
            Object place = row.item().isPresent() ? row.item().get() : row.form();
            asked.computeIfAbsent(place, at -> new ArrayList<>())
                    .add(marks.query(row, queries.turns(asOf, visibility, participant, row.query())));
        }
        return asked;
    }

    private record Assembly(
            OdmMarks marks,
            CasebookView casebook,
            StudyBuild build,
            List<SignatureRow> signatures,
            Map<DataPoint, ShownReason> reasons,
            Map<Object, List<Query>> asked) {

        SubjectData subject() {
            List<SignatureRow> whole =
                    signatures.stream().filter(row -> row.event().isEmpty()).toList();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("status", casebook.participant().status());
            OdmMarks.signed(whole, facts);
            return new SubjectData(
                    casebook.participant().key(),
                    build.studyOid(),
                    build.metaDataVersionOid(),
                    Optional.of(casebook.participant().site()),
                    Optional.empty(),
                    TransactionType.INSERT,
                    casebook.events().stream().map(this::event).toList(),
                    new Marks(
                            Optional.of(marks.audit(casebook.participant().statusSince(), Optional.empty())),
                            OdmMarks.signature(whole),
                            OdmMarks.annotations(facts)),
                    0,
                    0);
        }

        private StudyEventData event(EventView event) {
            List<SignatureRow> whole = signatures.stream()
                    .filter(row -> row.event().equals(Optional.of(event.oid()))
                            && row.eventKey().equals(event.key())
                            && row.form().isEmpty())
                    .toList();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("status", OdmMarks.word(event.status().name()));
            event.date().ifPresent(date -> facts.put("date", date));
            OdmMarks.signed(whole, facts);
            return new StudyEventData(
                    event.oid(),
                    event.key(),
                    TransactionType.INSERT,
                    event.forms().stream().map(form -> form(event, form)).toList(),
                    new Marks(
                            event.started().map(started -> marks.audit(started, Optional.empty())),
                            OdmMarks.signature(whole),
                            OdmMarks.annotations(facts)),
                    0,
                    0);
        }

        private FormData form(EventView event, FormView form) {
            List<SignatureRow> own = form.signatures().stream()
                    .filter(row -> row.form().isPresent())
                    .toList();
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("status", OdmMarks.word(form.status().name()));
            OdmMarks.signed(own, facts);
            FormPoint point = new FormPoint(event.oid(), event.key(), form.oid(), form.key());
            return new FormData(
                    form.oid(),
                    form.key(),
                    TransactionType.INSERT,
                    form.groups().stream()
                            .filter(group -> !group.inactivated())
                            .map(group -> group(point, group))
                            .toList(),
                    new Marks(
                            Optional.empty(),
                            OdmMarks.signature(own),
                            OdmMarks.annotations(facts),
                            asked.getOrDefault(point, List.of())),
                    0,
                    0);
        }

        private ItemGroupData group(FormPoint form, GroupView group) {
            return new ItemGroupData(
                    group.oid(),
                    group.key(),
                    TransactionType.INSERT,
                    group.items().stream()
                            .filter(item -> !item.inactivated())
                            .map(item -> item(form, group, item))
                            .toList(),
                    Marks.NONE,
                    0,
                    0);
        }

        private ItemData item(FormPoint form, GroupView group, ItemView item) {
            DataPoint point = new DataPoint(
                    form.event(), form.eventKey(), form.form(), form.formKey(), group.oid(), group.key(), item.oid());
            RecordedValue value = item.value();
            Optional<String> text = value.text().flatMap(Disclosable::present);
            Map<String, String> facts = new LinkedHashMap<>();
            value.nullFlavour().ifPresent(flavour -> facts.put("null-flavour", OdmMarks.word(flavour)));
            value.text().flatMap(Shown::hidden).ifPresent(why -> facts.put("not-shown", why));
            item.provenance().enteredAt().ifPresent(at -> facts.put("entered-at", at.toString()));
            return new ItemData(
                    item.oid(),
                    text,
                    text.isEmpty(),
                    value.unit().flatMap(symbol -> unit(item.oid(), symbol)),
                    TransactionType.INSERT,
                    new Marks(
                            Optional.of(marks.audit(
                                    item.provenance(),
                                    Optional.ofNullable(reasons.get(point)).map(OdmMarks::why))),
                            Optional.empty(),
                            OdmMarks.annotations(facts),
                            asked.getOrDefault(point, List.of())),
                    0,
                    0);
        }

        /** The unit with this symbol, of those that the item permits first. */
        private Optional<String> unit(String item, String symbol) {
            Stream<MeasurementUnit> permitted = build.item(item).map(ItemDef::units).orElse(List.of()).stream()
                    .flatMap(oid -> build.unit(oid).stream());
            return Stream.concat(permitted, build.units().stream())
                    .filter(unit -> unit.label(LANGUAGE).equals(symbol))
                    .map(MeasurementUnit::oid)
                    .findFirst();
        }
    }
}
