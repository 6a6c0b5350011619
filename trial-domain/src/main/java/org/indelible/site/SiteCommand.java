package org.indelible.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.indelible.authority.AmendmentApplication;
import org.indelible.authority.Duty;
import org.indelible.authority.EthicsApproval;
import org.indelible.authority.Targeted;
import org.indelible.shared.AccountId;
import org.indelible.shared.AuthenticationEvidence;
import org.indelible.shared.BuildHash;
import org.indelible.shared.Reason;
import org.indelible.shared.SiteId;
import org.indelible.shared.SiteKey;
import org.indelible.shared.StreamId;
import org.indelible.shared.TrainingVersion;

/** What can be asked of a trial site. */
public sealed interface SiteCommand extends Targeted {

    @TargetAggregateIdentifier
    SiteId site();

    @Override
    default StreamId stream() {
        return site().stream();
    }

    @Override
    default Optional<SiteKey> namedSite() {
        return Optional.of(site().key());
    }

    /** @param country ISO 3166-1 alpha-2 */
    record OpenSite(SiteId site, String name, String country, ZoneId zone) implements SiteCommand {}

    record NamePrincipalInvestigator(SiteId site, AccountId account, LocalDate from) implements SiteCommand {}

    record RecordEthicsApproval(SiteId site, EthicsApproval approval) implements SiteCommand {}

    /**
     * The site may use this build from now on. Where it changes the protocol version, refused without the site's own valid ethics approval of
     * that version on file (ICH E6(R3) 4.3.5; R60).
     *
     * @param application whether forms already begun are moved on to it too
     */
    record ActivateBuild(SiteId site, BuildHash build, AmendmentApplication application) implements SiteCommand {}

    /**
     * The principal investigator delegates and signs. In force once the delegate has signed too.
     *
     * @param delegationId issued by the server
     * @param to last day, open-ended where absent
     */
    record DelegateDuty(
            SiteId site,
            String delegationId,
            AccountId delegate,
            Set<Duty> duties,
            LocalDate from,
            Optional<LocalDate> to,
            AuthenticationEvidence authentication)
            implements SiteCommand {}

    /** The delegate signs: nobody can sign for another (R35), so this is a command of the delegate's own. */
    record AcceptDelegation(SiteId site, String delegationId, AuthenticationEvidence authentication)
            implements SiteCommand {}

    /** @param on last day on which the duty is held */
    record EndDelegation(SiteId site, String delegationId, LocalDate on, Reason reason) implements SiteCommand {}

    record RecordTraining(SiteId site, AccountId account, TrainingVersion version, LocalDate on)
            implements SiteCommand {}

    record CloseSite(SiteId site, Reason reason) implements SiteCommand {}
}
