package org.indelible.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Duty;
import org.indelible.authority.EthicsApproval;
import org.indelible.eventstore.EventType;
import org.indelible.eventstore.InClear;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.ProtocolVersion;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureRecord;
import org.indelible.shared.SiteId;
import org.indelible.shared.TrainingVersion;

/** What happened at a trial site. */
public sealed interface SiteEvent {

    @EventType(name = "site-opened")
    record SiteOpened(
            @InClear SiteId site,
            @InClear String name,
            @InClear String country,
            @InClear ZoneId zone) implements SiteEvent {}

    @EventType(name = "principal-investigator-named")
    record PrincipalInvestigatorNamed(
            @InClear AccountId account, @InClear LocalDate from) implements SiteEvent {}

    @EventType(name = "ethics-approval-recorded")
    record EthicsApprovalRecorded(@InClear EthicsApproval approval) implements SiteEvent {}

    /** @param application to what of the site's records; up to revision 1 to what is begun later only */
    @EventType(name = "build-activated", revision = 2)
    record BuildActivated(
            @InClear BuildHash build,
            @InClear ProtocolVersion protocolVersion,
            @InClear Optional<TrainingVersion> training,
            @InClear AmendmentApplication application)
            implements SiteEvent {}

    /** Signed by the principal investigator; not in force before the delegate accepts. */
    @EventType(name = "duty-delegated")
    record DutyDelegated(
            @InClear String delegationId,
            @InClear AccountId delegate,
            @InClear List<Duty> duties,
            @InClear LocalDate from,
            @InClear Optional<LocalDate> to,
            @InClear SignatureRecord signature)
            implements SiteEvent {}

    @EventType(name = "delegation-accepted")
    record DelegationAccepted(
            @InClear String delegationId, @InClear SignatureRecord signature) implements SiteEvent {}

    @EventType(name = "delegation-ended")
    record DelegationEnded(
            @InClear String delegationId,
            @InClear LocalDate on,
            @InClear RecordedReason reason) implements SiteEvent {}

    @EventType(name = "training-recorded")
    record TrainingRecorded(
            @InClear AccountId account,
            @InClear TrainingVersion version,
            @InClear LocalDate on) implements SiteEvent {}

    @EventType(name = "site-closed")
    record SiteClosed(@InClear RecordedReason reason) implements SiteEvent {}
}
