package org.indelible.authority;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.shared.AccountId;
import org.indelible.shared.BuildHash;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.SiteKey;
import org.indelible.shared.TrialId;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;

/**
 * Everything on record that decides what somebody may do.
 *
 * @param account of the actor; of the person who started it where an import acts
 * @param trial the trial concerned; absent on the platform
 * @param site the site concerned: the site itself, or the participant's at that moment
 * @param mandate what the import acts under, where one acts
 */
public record AuthorityFacts(
        AccountFacts account, Optional<TrialFacts> trial, Optional<SiteFacts> site, Optional<ImportMandate> mandate) {

    /**
     * @param printedName absent where it was erased
     * @param active neither disabled nor locked out
     */
    public record AccountFacts(
            AccountId account,
            Optional<String> printedName,
            boolean active,
            boolean demo,
            boolean identityProven,
            List<RoleGrant> grants) {
        public AccountFacts {
            grants = List.copyOf(grants);
        }
    }

    /**
     * @param retainedUntil last day on which the trial's records have to be kept, where that is on record
     * @param authorisedMigrations files that two persons have agreed to bring in
     * @param builds the study builds published in it
     */
    public record TrialFacts(
            TrialId trial,
            TrialKind kind,
            TrialStatus status,
            Optional<LocalDate> retainedUntil,
            Set<DocumentHash> authorisedMigrations,
            Map<BuildHash, PublishedBuild> builds) {
        public TrialFacts {
            authorisedMigrations = Set.copyOf(authorisedMigrations);
            builds = Map.copyOf(builds);
        }
    }

    public record SiteFacts(
            SiteKey site,
            ZoneId zone,
            Optional<AccountId> principalInvestigator,
            List<Delegation> delegations,
            List<Training> trainings,
            List<EthicsApproval> approvals,
            Optional<ActivatedBuild> build) {
        public SiteFacts {
            delegations = List.copyOf(delegations);
            trainings = List.copyOf(trainings);
            approvals = List.copyOf(approvals);
        }
    }
}
