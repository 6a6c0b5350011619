package org.indelible.site;

import java.util.List;
import java.util.Optional;
import org.indelible.authority.Act;
import org.indelible.authority.Authority;
import org.indelible.authority.Delegation;
import org.indelible.authority.FreshSignature;
import org.indelible.authority.PublishedBuild;
import org.indelible.shared.DomainRefusal;
import org.indelible.shared.RecordedReason;
import org.indelible.shared.SignatureMeaning;
import org.indelible.site.SiteCommand.*;
import org.indelible.site.SiteEvent.*;
import org.indelible.site.SiteState.Opened;

/** What is asked of a site, and what comes of it. */
public final class SiteDecisions {
    private SiteDecisions() {}

    public static List<SiteEvent> decide(SiteState state, SiteCommand command, Authority authority) {
        if (command instanceof OpenSite open) {
            return open(state, open, authority);
        }
        if (!(state instanceof Opened site)) {
            throw new DomainRefusal("site-not-opened", "There is no such site in this trial.", "Open the site first.");
        }
        return switch (command) {
            case OpenSite open -> open(state, open, authority);
            case NamePrincipalInvestigator name -> name(name, authority);
            case RecordEthicsApproval approval -> recordApproval(approval, authority);
            case ActivateBuild activate -> activate(site, activate, authority);
            case DelegateDuty delegate -> delegate(site, delegate, authority);
            case AcceptDelegation accept -> accept(site, accept, authority);
            case EndDelegation end -> end(site, end, authority);
            case RecordTraining training -> recordTraining(training, authority);
            case CloseSite close -> close(site, close, authority);
        };
    }

    private static List<SiteEvent> open(SiteState state, OpenSite command, Authority authority) {
        authority.require(Act.OPEN_SITE);
        if (state instanceof Opened) {
            throw new DomainRefusal("site-already-opened", "This site is open already.", "Use another site key.");
        }
        return List.of(new SiteOpened(command.site(), command.name(), command.country(), command.zone()));
    }

    private static List<SiteEvent> name(NamePrincipalInvestigator command, Authority authority) {
        authority.require(Act.NAME_INVESTIGATOR);
        return List.of(new PrincipalInvestigatorNamed(command.account(), command.from()));
    }

    private static List<SiteEvent> recordApproval(RecordEthicsApproval command, Authority authority) {
        authority.require(Act.FILE_ETHICS_APPROVAL);
        if (command.approval()
                .expiresOn()
                .filter(command.approval().approvedOn()::isAfter)
                .isPresent()) {
            throw new DomainRefusal(
                    "approval-expires-before-it-begins", "The approval expires before it begins.", "Check the dates.");
        }
        return List.of(new EthicsApprovalRecorded(command.approval()));
    }

    private static List<SiteEvent> activate(Opened site, ActivateBuild command, Authority authority) {
        authority.require(Act.ACTIVATE_BUILD);
        PublishedBuild build = authority
                .trial()
                .flatMap(trial -> trial.build(command.build()))
                .orElseThrow(() -> new DomainRefusal(
                        "study-build-unknown",
                        "This study build is not published in the trial.",
                        "Have it approved as an amendment first."));
        boolean sameProtocol = site.build()
                .filter(active -> active.protocolVersion().equals(build.protocolVersion()))
                .isPresent();
        boolean approved = site.approvals().stream()
                .anyMatch(approval -> approval.covers(build.protocolVersion(), authority.day()));
        if (!sameProtocol && !approved) {
            throw new DomainRefusal(
                    "ethics-approval-missing",
                    "The site has no valid ethics approval for protocol version " + build.protocolVersion() + ".",
                    "File the approval, then activate the build.");
        }
        return List.of(
                new BuildActivated(command.build(), build.protocolVersion(), build.training(), command.application()));
    }

    private static List<SiteEvent> delegate(Opened site, DelegateDuty command, Authority authority) {
        authority.require(Act.DELEGATE);
        if (site.delegations().containsKey(command.delegationId())) {
            throw new DomainRefusal(
                    "delegation-exists", "This delegation is on record.", "Give the new one an id of its own.");
        }
        if (command.duties().isEmpty()
                || command.to().filter(command.from()::isAfter).isPresent()) {
            throw new DomainRefusal(
                    "delegation-empty",
                    "The delegation holds no duty on no day.",
                    "Name duties, and a last day after the first.");
        }
        return List.of(new DutyDelegated(
                command.delegationId(),
                command.delegate(),
                command.duties().stream().sorted().toList(),
                command.from(),
                command.to(),
                FreshSignature.of(authority, SignatureMeaning.RESPONSIBILITY, command.authentication())));
    }

    private static List<SiteEvent> accept(Opened site, AcceptDelegation command, Authority authority) {
        authority.require(Act.ACCEPT_DELEGATION);
        Delegation delegation = delegation(site, command.delegationId());
        if (!delegation.delegate().equals(authority.actor().account())) {
            throw new DomainRefusal(
                    "signature-of-another", "Nobody signs for another.", "The delegate accepts in person.");
        }
        if (delegation.accepted()) {
            return List.of();
        }
        return List.of(new DelegationAccepted(
                command.delegationId(),
                FreshSignature.of(authority, SignatureMeaning.RESPONSIBILITY, command.authentication())));
    }

    private static List<SiteEvent> end(Opened site, EndDelegation command, Authority authority) {
        authority.require(Act.DELEGATE);
        Delegation delegation = delegation(site, command.delegationId());
        if (delegation.endedOn().isPresent()) {
            throw new DomainRefusal(
                    "delegation-ended", "The delegation has been ended already.", "Delegate anew where needed.");
        }
        return List.of(new DelegationEnded(command.delegationId(), command.on(), RecordedReason.of(command.reason())));
    }

    private static Delegation delegation(Opened site, String delegationId) {
        return Optional.ofNullable(site.delegations().get(delegationId))
                .orElseThrow(() -> new DomainRefusal(
                        "delegation-unknown",
                        "There is no such delegation at this site.",
                        "Check the delegation log."));
    }

    private static List<SiteEvent> recordTraining(RecordTraining command, Authority authority) {
        authority.require(Act.RECORD_TRAINING);
        if (command.on().isAfter(authority.day())) {
            throw new DomainRefusal(
                    "training-in-future", "The training has not taken place yet.", "Record it when it has.");
        }
        return List.of(new TrainingRecorded(command.account(), command.version(), command.on()));
    }

    private static List<SiteEvent> close(Opened site, CloseSite command, Authority authority) {
        authority.require(Act.CLOSE_SITE);
        return site.closed() ? List.of() : List.of(new SiteClosed(RecordedReason.of(command.reason())));
    }
}
