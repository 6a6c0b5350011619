package org.indelible.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.indelible.authority.Act;
import org.indelible.authority.ImportPurpose;
import org.indelible.authority.ImportRights;
import org.indelible.authority.Role;
import org.indelible.portal.TrialPage;
import org.indelible.portal.table.Column;
import org.indelible.portal.table.Tables;
import org.indelible.readmodel.amendment.AmendmentQueries;
import org.indelible.readmodel.amendment.AmendmentRow;
import org.indelible.readmodel.participant.ParticipantQueries;
import org.indelible.readmodel.site.SiteQueries;
import org.indelible.readmodel.trial.ProtocolVersionRow;
import org.indelible.readmodel.trial.StudyBuildRow;
import org.indelible.readmodel.trial.TrialQueries;
import org.indelible.readmodel.trial.TrialSummary;
import org.indelible.security.SignedInPerson;
import org.indelible.shared.TrialId;
import org.indelible.site.SiteTable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The trials of a person, and the overview of one. */
@Controller
class TrialsController {
    private static final List<Column<TrialSummary>> TRIALS = List.of(
            Column.text("name", "trials.name", TrialSummary::name),
            Column.text("kind", "trials.kind", TrialSummary::kind),
            Column.text("status", "trials.status", TrialSummary::status),
            Column.text("version", "trials.version", TrialsController::version),
            Column.number("entries", "trials.entries", TrialSummary::treeSize));
    private static final List<Column<PublishedVersion>> VERSIONS = List.of(
            Column.text("version", "trials.version", PublishedVersion::version),
            Column.text(
                    "build",
                    "trials.build",
                    row -> row.build().map(StudyBuildRow::name).orElse("")),
            Column.moment(
                    "published", "trials.published", row -> row.provenance().recordedAt()),
            Column.text(
                    "fingerprint",
                    "trials.fingerprint",
                    row -> row.build().map(StudyBuildRow::hash).orElse("")));

    private final TrialQueries trials;
    private final SiteQueries sites;
    private final ParticipantQueries participants;
    private final AmendmentQueries amendments;

    TrialsController(
            TrialQueries trials, SiteQueries sites, ParticipantQueries participants, AmendmentQueries amendments) {
        this.amendments = amendments;
        this.trials = trials;
        this.sites = sites;
        this.participants = participants;
    }

    @GetMapping("/trials")
    String list(@AuthenticationPrincipal SignedInPerson person, Tables tables, Model model) {
        List<TrialSummary> own = trials.trials().stream()
                .filter(trial -> person.covers(new TrialId(trial.trial())))
                .toList();
        model.addAttribute("trials", tables.of("trials", TRIALS, own));
        return "trials/list";
    }

    @GetMapping("/trials/{trial}")
    String overview(TrialPage page, Tables tables, Model model) {
        Map<String, Long> counts = participants.countsByStatus(page.asOf(), page.visibility());
        model.addAttribute("counts", counts);
        model.addAttribute(
                "participants", counts.values().stream().mapToLong(n -> n).sum());
        model.addAttribute("sites", SiteTable.of(tables, sites.sites(page.asOf())));
        model.addAttribute("builds", tables.of("builds", VERSIONS, versions(page)));
        model.addAttribute("acts", TrialAct.offered(page));
        boolean readsAmendments = page.person().role() != Role.PARTICIPANT;
        model.addAttribute("mayAmend", readsAmendments);
        model.addAttribute(
                "waiting",
                readsAmendments
                        ? amendments.amendments(page.asOf()).stream()
                                .filter(AmendmentRow::open)
                                .count()
                        : 0);
        model.addAttribute("mayImport", !page.past() && mayImport(page));
        return "trials/trial";
    }

    /** In the order of the versions, and of the builds of each; a version may have none yet. */
    private List<PublishedVersion> versions(TrialPage page) {
        List<StudyBuildRow> builds = trials.builds(page.asOf());
        List<PublishedVersion> rows = new ArrayList<>();
        for (ProtocolVersionRow version : page.trial().protocolVersions()) {
            List<PublishedVersion> ofVersion = builds.stream()
                    .filter(build -> build.protocolVersion().equals(version.version()))
                    .map(PublishedVersion::of)
                    .toList();
            rows.addAll(ofVersion.isEmpty() ? List.of(PublishedVersion.withoutBuild(version)) : ofVersion);
        }
        return rows;
    }

    /** Whether the role may start an import of some purpose, or be one of the two persons who agree to one. */
    private static boolean mayImport(TrialPage page) {
        return Arrays.stream(ImportPurpose.values())
                        .anyMatch(purpose ->
                                ImportRights.permits(purpose, page.person().role()))
                || !page.trial().test() && page.may(Act.AUTHORISE_MIGRATION);
    }

    private static String version(TrialSummary trial) {
        return trial.protocolVersions().isEmpty()
                ? ""
                : trial.protocolVersions().getLast().version();
    }
}
