package org.indelible.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.indelible.authority.AuthorityFacts.AccountFacts;
import org.indelible.authority.AuthorityFacts.SiteFacts;
import org.indelible.authority.AuthorityFacts.TrialFacts;
import org.indelible.shared.AccountId;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.TrialKind;
import org.indelible.shared.TrialStatus;

/** The rules of authority, as pure functions of facts. */
public final class AuthorityRules {
    private static final Set<Act> OF_MIGRATION = EnumSet.of(
            Act.OPEN_SITE,
            Act.REGISTER_PARTICIPANT,
            Act.RECORD_IDENTITY,
            Act.RECORD_CONSENT,
            Act.SCREEN,
            Act.ENROL,
            Act.RECORD_DATA,
            Act.CORRECT_DATA,
            Act.INACTIVATE_DATA,
            Act.RECORD_DISPOSITION,
            Act.ADOPT_BUILD);
    private static final Set<Act> OF_TRANSFER = EnumSet.of(Act.RECORD_DATA, Act.CORRECT_DATA);

    private AuthorityRules() {}

    /** What the facts add up to for this actor at this moment. */
    public static Authority evaluate(AuthorityFacts facts, Actor actor, Instant at) {
        LocalDate day = LocalDate.ofInstant(
                at, facts.site().<ZoneId>map(SiteFacts::zone).orElse(ZoneOffset.UTC));
        Role role = facts.mandate().map(ImportMandate::startedAs).orElse(actor.role());
        return new Authority(
                actor,
                facts.account().printedName(),
                standing(facts, actor, role),
                facts.account().identityProven(),
                facts.trial()
                        .map(trial -> new TrialScope(
                                trial.trial(), trial.kind(), trial.status(), trial.retainedUntil(), trial.builds())),
                facts.site().map(site -> siteScope(site, facts.account().account(), role, day)),
                facts.mandate(),
                at);
    }

    private static Standing standing(AuthorityFacts facts, Actor actor, Role role) {
        AccountFacts account = facts.account();
        if (!account.active()) {
            return Standing.ACCOUNT_NOT_ACTIVE;
        }
        boolean knownTrialIsReal =
                facts.trial().map(trial -> trial.kind() != TrialKind.TEST).orElse(false);
        if (account.demo() && knownTrialIsReal) {
            return Standing.TEST_TRIALS_ONLY;
        }
        boolean systemItself = actor.role() == Role.SYSTEM && facts.mandate().isEmpty();
        if (!systemItself && account.grants().stream().noneMatch(grant -> holds(grant, actor, role, facts))) {
            return Standing.ROLE_NOT_HELD;
        }
        return facts.mandate()
                        .filter(mandate -> !authorised(mandate, facts.trial()))
                        .isPresent()
                ? Standing.MIGRATION_NOT_AUTHORISED
                : Standing.IN_FORCE;
    }

    private static boolean holds(RoleGrant grant, Actor actor, Role role, AuthorityFacts facts) {
        boolean forOrganisation =
                facts.mandate().isPresent() || grant.organisation().equals(actor.organisation());
        return grant.role() == role
                && forOrganisation
                && facts.trial().map(trial -> grant.reaches(trial.trial())).orElse(true)
                && facts.site().map(site -> grant.reaches(site.site())).orElse(true);
    }

    private static boolean authorised(ImportMandate mandate, Optional<TrialFacts> trial) {
        return mandate.purpose() != ImportPurpose.MIGRATION
                || trial.map(facts -> facts.kind() == TrialKind.TEST
                                || facts.authorisedMigrations().contains(mandate.file()))
                        .orElse(false);
    }

    private static SiteScope siteScope(SiteFacts site, AccountId account, Role role, LocalDate day) {
        boolean principal = role == Role.INVESTIGATOR
                && site.principalInvestigator().filter(account::equals).isPresent();
        return new SiteScope(
                site.site(),
                site.zone(),
                principal,
                principal ? EnumSet.allOf(Duty.class) : delegated(site, account, day),
                trained(site, account, day),
                site.approvals(),
                site.build());
    }

    private static Set<Duty> delegated(SiteFacts site, AccountId account, LocalDate day) {
        return site.delegations().stream()
                .filter(delegation -> delegation.delegate().equals(account) && delegation.inForce(day))
                .flatMap(delegation -> delegation.duties().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean trained(SiteFacts site, AccountId account, LocalDate day) {
        return site.trainings().stream()
                .filter(training ->
                        training.account().equals(account) && !training.on().isAfter(day))
                .anyMatch(training -> site.build()
                        .flatMap(ActivatedBuild::training)
                        .map(training.version()::equals)
                        .orElse(true));
    }

    static Optional<DomainRefusal> refusal(Authority authority, Act act) {
        if (act.changesSiteData() && authority.effectiveRole().side() == Side.SPONSOR) {
            return refuse(Refusals.siteDataBelongsToSite());
        }
        return Optional.<DomainRefusal>empty()
                .or(() -> byStanding(authority.standing()))
                .or(() -> byRole(authority, act))
                .or(() -> byTrial(authority, act))
                .or(() -> bySite(authority, act));
    }

    private static Optional<DomainRefusal> byStanding(Standing standing) {
        return switch (standing) {
            case IN_FORCE -> Optional.empty();
            case ACCOUNT_NOT_ACTIVE -> refuse(Refusals.accountNotActive());
            case ROLE_NOT_HELD -> refuse(Refusals.roleNotHeld());
            case TEST_TRIALS_ONLY -> refuse(Refusals.testTrialsOnly());
            case MIGRATION_NOT_AUTHORISED -> refuse(Refusals.migrationNotAuthorised());
        };
    }

    private static Optional<DomainRefusal> byRole(Authority authority, Act act) {
        Role role = authority.effectiveRole();
        if (role.side() == Side.PLATFORM && act.kind() != Act.Kind.PLATFORM) {
            return refuse(Refusals.administratorsHoldNoTrialRole());
        }
        boolean permitted = authority
                .mandate()
                .map(ImportMandate::purpose)
                .map(purpose -> switch (purpose) {
                    case MIGRATION -> OF_MIGRATION.contains(act);
                    case TRANSFER -> OF_TRANSFER.contains(act);
                    case SITE -> act.roles().contains(role);
                })
                .orElseGet(() -> act.roles().contains(role));
        return permitted ? Optional.empty() : refuse(Refusals.actNotPermitted());
    }

    private static Optional<DomainRefusal> byTrial(Authority authority, Act act) {
        if (!act.changesSiteData() || authority.trial().isEmpty()) {
            return Optional.empty();
        }
        TrialScope trial = authority.trial().get();
        if (trial.lockedOrArchived()) {
            return refuse(Refusals.trialLocked());
        }
        boolean migrating = authority.importing(ImportPurpose.MIGRATION);
        boolean begun = trial.status() != TrialStatus.REGISTERED;
        boolean takesParticipants = act.kind() != Act.Kind.NEW_PARTICIPATION || trial.status() == TrialStatus.OPEN;
        return migrating || begun && takesParticipants ? Optional.empty() : refuse(Refusals.trialNotOpen());
    }

    private static Optional<DomainRefusal> bySite(Authority authority, Act act) {
        boolean siteStaff = authority.effectiveRole().side() == Side.SITE;
        if (act == Act.DELEGATE
                && !authority.site().map(SiteScope::principalInvestigator).orElse(false)) {
            return refuse(Refusals.notPrincipalInvestigator());
        }
        if (!siteStaff || act.duty().isEmpty()) {
            return Optional.empty();
        }
        SiteScope site = authority.site().orElseThrow(Refusals::roleNotHeld);
        if (!site.duties().contains(act.duty().get())) {
            return refuse(Refusals.dutyNotDelegated(act.duty().get()));
        }
        if (!site.trained()) {
            return refuse(Refusals.trainingMissing());
        }
        if (act.kind() == Act.Kind.NEW_PARTICIPATION && !site.conductApproved(authority.day())) {
            return refuse(Refusals.ethicsApprovalMissing());
        }
        return act == Act.SIGN && !authority.identityProven() ? refuse(Refusals.identityNotProven()) : Optional.empty();
    }

    private static Optional<DomainRefusal> refuse(DomainRefusal refusal) {
        return Optional.of(refusal);
    }
}
