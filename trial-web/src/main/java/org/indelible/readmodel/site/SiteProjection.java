package org.indelible.readmodel.site;

import static org.indelible.readmodel.projection.VersionedTable.table;

import org.indelible.readmodel.projection.Changes;
import org.indelible.readmodel.projection.LoggedEvent;
import org.indelible.readmodel.projection.Projection;
import org.indelible.readmodel.projection.VersionedTable;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrainingVersion;
import org.indelible.site.SiteEvent;

public final class SiteProjection implements Projection {
    private static final VersionedTable SITE =
            table("site").key("trial", "site").columns("name", "country", "zone");
    private static final VersionedTable STATUS =
            table("site_status").key("trial", "site").columns("status");
    private static final VersionedTable INVESTIGATOR =
            table("principal_investigator").key("trial", "site").columns("account", "from_day");
    private static final VersionedTable APPROVAL = table("ethics_approval")
            .key("trial", "site")
            .columns("committee", "document", "protocol_versions", "consent_versions", "approved_on", "expires_on");
    private static final VersionedTable ACTIVATION = table("build_activation")
            .key("trial", "site")
            .columns("build", "protocol_version", "training", "application");
    private static final VersionedTable DELEGATION =
            table("delegation").key("trial", "site", "delegation").columns("account", "duties", "from_day", "to_day");
    private static final VersionedTable ACCEPTANCE =
            table("delegation_acceptance").key("trial", "site", "delegation").columns();
    private static final VersionedTable END =
            table("delegation_end").key("trial", "site", "delegation").columns("last_day");
    private static final VersionedTable TRAINING =
            table("training").key("trial", "site", "account", "version").columns("completed_on");

    @Override
    public void project(LoggedEvent logged, Changes changes) {
        if (logged.event() instanceof SiteEvent event
                && StreamId.parse(logged.stream()) instanceof StreamId.OfSite stream) {
            project(logged.ledger(), stream.site().key().value(), event, changes);
        }
    }

    private static void project(String trial, String site, SiteEvent event, Changes changes) {
        switch (event) {
            case SiteEvent.SiteOpened opened -> {
                changes.open(
                        SITE,
                        trial,
                        site,
                        opened.name(),
                        opened.country(),
                        opened.zone().getId());
                changes.replace(STATUS, trial, site, "open");
            }
            case SiteEvent.PrincipalInvestigatorNamed named ->
                changes.replace(INVESTIGATOR, trial, site, named.account().value(), named.from());
            case SiteEvent.EthicsApprovalRecorded recorded -> {
                var approval = recorded.approval();
                changes.open(
                        APPROVAL,
                        trial,
                        site,
                        approval.committee(),
                        approval.document().value(),
                        approval.protocolVersions().stream()
                                .map(ProtocolVersion::value)
                                .toArray(String[]::new),
                        approval.consentVersions().stream()
                                .map(ConsentVersion::value)
                                .toArray(String[]::new),
                        approval.approvedOn(),
                        approval.expiresOn().orElse(null));
            }
            case SiteEvent.BuildActivated activated ->
                changes.replace(
                        ACTIVATION,
                        trial,
                        site,
                        activated.build().value(),
                        activated.protocolVersion().value(),
                        activated.training().map(TrainingVersion::value).orElse(null),
                        activated.application().name());
            case SiteEvent.DutyDelegated delegated ->
                changes.open(
                        DELEGATION,
                        trial,
                        site,
                        delegated.delegationId(),
                        delegated.delegate().value(),
                        delegated.duties().stream().map(Enum::name).toArray(String[]::new),
                        delegated.from(),
                        delegated.to().orElse(null));
            case SiteEvent.DelegationAccepted accepted ->
                changes.open(ACCEPTANCE, trial, site, accepted.delegationId());
            case SiteEvent.DelegationEnded ended -> changes.open(END, trial, site, ended.delegationId(), ended.on());
            case SiteEvent.TrainingRecorded recorded ->
                changes.replace(
                        TRAINING,
                        trial,
                        site,
                        recorded.account().value(),
                        recorded.version().value(),
                        recorded.on());
            case SiteEvent.SiteClosed closed -> changes.replace(STATUS, trial, site, "closed");
        }
    }
}
