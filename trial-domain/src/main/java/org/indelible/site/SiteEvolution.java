package org.indelible.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.authority.ActivatedBuild;
import org.indelible.authority.Delegation;
import org.indelible.authority.Training;
import org.indelible.site.SiteEvent.*;
import org.indelible.site.SiteState.Opened;
import org.indelible.site.SiteState.Unopened;

/** What each event makes of a site. */
final class SiteEvolution {
    private SiteEvolution() {}

    static SiteState evolve(SiteState state, SiteEvent event) {
        return switch (state) {
            case Unopened none -> open(event);
            case Opened site -> evolve(site, event);
        };
    }

    private static Opened open(SiteEvent event) {
        if (event instanceof SiteOpened opened) {
            return new Opened(
                    opened.site(),
                    opened.zone(),
                    false,
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }
        throw new IllegalStateException("a site begins with its opening, not " + event);
    }

    private static Opened evolve(Opened site, SiteEvent event) {
        return switch (event) {
            case SiteOpened opened -> site;
            case PrincipalInvestigatorNamed named -> site.ledBy(named.account());
            case EthicsApprovalRecorded recorded -> site.with(recorded.approval());
            case BuildActivated activated ->
                site.with(new ActivatedBuild(
                        activated.build(), activated.protocolVersion(), activated.training(), activated.application()));
            case DutyDelegated delegated ->
                site.with(new Delegation(
                        delegated.delegationId(),
                        delegated.delegate(),
                        Set.copyOf(delegated.duties()),
                        delegated.from(),
                        delegated.to(),
                        false,
                        Optional.empty()));
            case DelegationAccepted accepted ->
                site.with(delegation(site, accepted.delegationId()).accept());
            case DelegationEnded ended ->
                site.with(delegation(site, ended.delegationId()).end(ended.on()));
            case TrainingRecorded recorded ->
                site.with(new Training(recorded.account(), recorded.version(), recorded.on()));
            case SiteClosed closed -> site.close();
        };
    }

    private static Delegation delegation(Opened site, String delegationId) {
        return Optional.ofNullable(site.delegations().get(delegationId)).orElseThrow();
    }
}
