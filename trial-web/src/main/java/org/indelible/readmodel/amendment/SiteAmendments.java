package org.indelible.readmodel.amendment;

import static org.indelible.readmodel.AsOfSql.holds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.authority.AmendmentApplication;
import org.indelible.protocols.diff.StudyBuildDiff;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.AsOfSql;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Visibility;
import org.indelible.readmodel.casebook.FormState;
import org.indelible.readmodel.casebook.FormStates;
import org.indelible.readmodel.signature.SignatureQueries;
import org.indelible.readmodel.signature.SignatureRow;
import org.indelible.readmodel.trial.StudyBuilds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is left to do at a site after it has activated a build. */
@Repository
public class SiteAmendments {
    private static final String ACTIVE = """
            select a.build, a.protocol_version, a.application, a.valid_from, (
                       select f.version from read.consent_form f
                       where f.trial = a.trial and f.protocol_version = a.protocol_version and f.reconsent
                         and f.valid_from < :size order by f.valid_from desc limit 1) as reconsent
            from read.build_activation a where a.trial = :trial and a.site = :site and %s
            """.formatted(holds("a"));
    private static final String PARTICIPANTS = """
            select b.participant, b.build, exists (
                       select from read.consent c where c.trial = b.trial and c.participant = b.participant
                       and c.version = :reconsent and c.valid_from < :size) as consented
            from read.participant_build b
            join read.participant_site s on s.trial = b.trial and s.participant = b.participant and %s
            where b.trial = :trial and s.site = :site and %s and not exists (
                select from read.milestone m where m.trial = b.trial and m.participant = b.participant
                and m.valid_from < :size
                and m.what in ('screen-failed', 'completed', 'lost-to-follow-up', 'withdrawn', 'died'))
            order by b.participant
            """.formatted(holds("s"), holds("b"));

    private final JdbcClient jdbc;
    private final FormStates forms;
    private final SignatureQueries signatures;
    private final StudyBuilds builds;

    SiteAmendments(JdbcClient jdbc, FormStates forms, SignatureQueries signatures, StudyBuilds builds) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.signatures = signatures;
        this.builds = builds;
    }

    /**
     * The build that a site works with.
     *
     * @param entry leaf index of its activation
     * @param reconsent the consent form that participants sign before they come under it
     */
    public record Active(
            String build,
            String protocolVersion,
            AmendmentApplication application,
            Optional<String> reconsent,
            long entry) {
        public boolean retrospective() {
            return application == AmendmentApplication.RETROSPECTIVE;
        }
    }

    private record Participant(String key, String build, boolean consented) {}

    public Optional<Active> active(AsOf asOf, String site) {
        return AsOfSql.query(jdbc, ACTIVE, asOf)
                .param("site", site)
                .query((row, number) -> new Active(
                        row.getString("build"),
                        row.getString("protocol_version"),
                        AmendmentApplication.valueOf(row.getString("application")),
                        Optional.ofNullable(row.getString("reconsent")),
                        row.getLong("valid_from")))
                .optional();
    }

    /** Who of the site's participants is not under its build yet; without their forms, which {@link #behind} adds. */
    public List<Behind> participants(AsOf asOf, String site, Active active) {
        return all(asOf, site, active).stream()
                .filter(participant -> !participant.build().equals(active.build()))
                .map(participant -> behind(participant, active, List.of(), List.of()))
                .toList();
    }

    /** Who or what of the site's participants is not under its build yet. */
    public List<Behind> behind(AsOf asOf, String site, Active active) {
        List<Participant> all = all(asOf, site, active);
        Map<String, List<FormState>> late = active.retrospective() ? late(asOf, all, active) : Map.of();
        Map<String, List<SignatureRow>> signed = signed(asOf, late.keySet());
        List<Behind> behind = new ArrayList<>();
        for (Participant participant : all) {
            List<FormPoint> toMove = new ArrayList<>();
            List<FormPoint> once = new ArrayList<>();
            for (FormState form : late.getOrDefault(participant.key(), List.of())) {
                boolean covered = signed.getOrDefault(participant.key(), List.of()).stream()
                        .anyMatch(signature -> signature.covers(form.form()));
                (covered ? once : toMove).add(form.form());
            }
            if (!participant.build().equals(active.build()) || !toMove.isEmpty() || !once.isEmpty()) {
                behind.add(behind(participant, active, toMove, once));
            }
        }
        return behind;
    }

    private static Behind behind(
            Participant participant, Active active, List<FormPoint> toMove, List<FormPoint> signed) {
        boolean adopted = participant.build().equals(active.build());
        return new Behind(
                participant.key(),
                participant.build(),
                adopted,
                adopted || participant.consented() ? Optional.empty() : active.reconsent(),
                toMove,
                signed);
    }

    private List<Participant> all(AsOf asOf, String site, Active active) {
        return AsOfSql.query(jdbc, PARTICIPANTS, asOf)
                .param("site", site)
                .param("reconsent", active.reconsent().orElse(""))
                .query((row, number) -> new Participant(
                        row.getString("participant"), row.getString("build"), row.getBoolean("consented")))
                .list();
    }

    /** Begun forms under an earlier build that differ under the active one and have a place there. */
    private Map<String, List<FormState>> late(AsOf asOf, List<Participant> participants, Active active) {
        Map<String, Set<String>> touched = new HashMap<>();
        Map<String, List<FormState>> late = new HashMap<>();
        List<String> keys = participants.stream().map(Participant::key).toList();
        for (FormState form : forms.of(asOf, Visibility.pseudonymous(), keys)) {
            boolean earlier = form.build()
                    .filter(build -> !build.equals(active.build()))
                    .filter(build -> touched.computeIfAbsent(build, hash -> movable(hash, active.build()))
                            .contains(form.form().form()))
                    .isPresent();
            if (earlier && form.items() > 0 && !form.frozen() && !form.locked() && !form.inactivated()) {
                late.computeIfAbsent(form.participant(), key -> new ArrayList<>())
                        .add(form);
            }
        }
        return late;
    }

    private Set<String> movable(String from, String to) {
        return builds.find(from)
                .flatMap(before -> builds.find(to).map(after -> StudyBuildDiff.between(before, after)))
                .map(diff -> diff.touchedForms().stream()
                        .filter(form -> diff.to().form(form).isPresent())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private Map<String, List<SignatureRow>> signed(AsOf asOf, Set<String> participants) {
        Map<String, List<SignatureRow>> rows = new HashMap<>();
        participants.forEach(participant ->
                rows.put(participant, signatures.signatures(asOf, Visibility.pseudonymous(), participant)));
        return rows;
    }
}
