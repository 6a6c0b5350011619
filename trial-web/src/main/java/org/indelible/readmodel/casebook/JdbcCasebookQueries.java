package org.indelible.readmodel.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.ItemRows.ItemRow;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.trial.StudyBuilds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCasebookQueries implements CasebookQueries {
    private final JdbcClient jdbc;
    private final ItemRows items;
    private final FormStates forms;
    private final VisitStates visits;
    private final ParticipantQueries participants;
    private final SignatureQueries signatures;
    private final DisclosedTexts texts;
    private final StudyBuilds builds;

    JdbcCasebookQueries(
            JdbcClient jdbc,
            ItemRows items,
            FormStates forms,
            VisitStates visits,
            ParticipantQueries participants,
            SignatureQueries signatures,
            DisclosedTexts texts,
            StudyBuilds builds) {
        this.jdbc = jdbc;
        this.items = items;
        this.forms = forms;
        this.visits = visits;
        this.participants = participants;
        this.signatures = signatures;
        this.texts = texts;
        this.builds = builds;
    }

    @Override
    public Optional<CasebookView> casebook(AsOf asOf, Visibility visibility, String participant) {
        return participants
                .participant(asOf, visibility, participant)
                .map(found -> new CasebookView(
                        found,
                        entries(asOf, participant),
                        assembly(asOf, visibility, found, Optional.empty()).events()));
    }

    @Override
    public Optional<FormView> form(AsOf asOf, Visibility visibility, String participant, FormPoint form) {
        return participants
                .participant(asOf, visibility, participant)
                .flatMap(found ->
                        assembly(asOf, visibility, found, Optional.of(form)).form(form));
    }

    private CasebookAssembly assembly(
            AsOf asOf, Visibility visibility, ParticipantRow participant, Optional<FormPoint> form) {
        List<String> key = List.of(participant.key());
        List<ItemRow> rows = items.of(asOf, visibility, participant.key(), form);
        return new CasebookAssembly(
                builds,
                participant.build().flatMap(builds::find),
                rows,
                texts.read(
                        asOf.trial(),
                        visibility,
                        rows.stream().map(row -> row.value().text()).toList()),
                forms.of(asOf, visibility, key),
                visits.of(asOf, visibility, key),
                signatures.signatures(asOf, visibility, participant.key()));
    }

    private long entries(AsOf asOf, String participant) {
        return AsOfSql.query(jdbc, """
                        select count(*) from read.entry
                        where ledger = :trial and participant = :key and leaf_index < :size
                        """, asOf)
                .param("key", participant)
                .query(Long.class)
                .single();
    }
}
