package org.indelible.site;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.indelible.authority.ActivatedBuild;
import org.indelible.authority.AuthorityFacts.SiteFacts;
import org.indelible.authority.Delegation;
import org.indelible.authority.EthicsApproval;
import org.indelible.authority.Training;
import org.indelible.shared.AccountId;
import org.indelible.shared.SiteId;

/** A site as far as decisions and authority need it. */
public sealed interface SiteState {

    SiteState NONE = new Unopened();

    default SiteState evolve(SiteEvent event) {
        return SiteEvolution.evolve(this, event);
    }

    record Unopened() implements SiteState {}

    /** @param delegations by their id */
    record Opened(
            SiteId site,
            ZoneId zone,
            boolean closed,
            Optional<AccountId> principalInvestigator,
            Map<String, Delegation> delegations,
            List<Training> trainings,
            List<EthicsApproval> approvals,
            Optional<ActivatedBuild> build)
            implements SiteState {

        /** What authority is evaluated from. */
        public SiteFacts facts() {
            return new SiteFacts(
                    site.key(),
                    zone,
                    principalInvestigator,
                    List.copyOf(delegations.values()),
                    trainings,
                    approvals,
                    build);
        }

        Opened ledBy(AccountId account) {
            return new Opened(site, zone, closed, Optional.of(account), delegations, trainings, approvals, build);
        }

        Opened with(EthicsApproval approval) {
            return new Opened(
                    site,
                    zone,
                    closed,
                    principalInvestigator,
                    delegations,
                    trainings,
                    plus(approvals, approval),
                    build);
        }

        Opened with(ActivatedBuild activated) {
            return new Opened(
                    site,
                    zone,
                    closed,
                    principalInvestigator,
                    delegations,
                    trainings,
                    approvals,
                    Optional.of(activated));
        }

        Opened with(Training training) {
            return new Opened(
                    site,
                    zone,
                    closed,
                    principalInvestigator,
                    delegations,
                    plus(trainings, training),
                    approvals,
                    build);
        }

        /** In the place of the delegation of the same id, where there is one. */
        Opened with(Delegation delegation) {
            Map<String, Delegation> all = new HashMap<>(delegations);
            all.put(delegation.delegationId(), delegation);
            return new Opened(site, zone, closed, principalInvestigator, Map.copyOf(all), trainings, approvals, build);
        }

        Opened close() {
            return new Opened(site, zone, true, principalInvestigator, delegations, trainings, approvals, build);
        }

        private static <T> List<T> plus(List<T> list, T element) {
            List<T> larger = new ArrayList<>(list);
            larger.add(element);
            return List.copyOf(larger);
        }
    }
}
