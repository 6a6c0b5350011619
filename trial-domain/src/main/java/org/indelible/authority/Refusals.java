package org.indelible.authority;

import java.util.Locale;
import org.indelible.shared.DomainRefusal;

/** The refusals that follow from authority. Codes are part of the contract. */
final class Refusals {
    private Refusals() {}

    static DomainRefusal siteDataBelongsToSite() {
        return DomainRefusal.forbidden(
                "site-data-belongs-to-site",
                "Data of the site are recorded, corrected and inactivated by the site only.",
                "Raise a query; the site decides on the correction.");
    }

    static DomainRefusal accountNotActive() {
        return DomainRefusal.forbidden(
                "account-not-active", "The account is disabled or locked out.", "Ask an administrator.");
    }

    static DomainRefusal roleNotHeld() {
        return DomainRefusal.forbidden(
                "role-not-held",
                "This role is not held here.",
                "Choose a role that was granted for this trial and site.");
    }

    static DomainRefusal testTrialsOnly() {
        return DomainRefusal.forbidden(
                "demo-account-test-trials-only",
                "A demonstration account acts on test trials only.",
                "Use an account of your own.");
    }

    static DomainRefusal migrationNotAuthorised() {
        return DomainRefusal.forbidden(
                "migration-not-authorised",
                "A migration into this trial needs two persons and a reason.",
                "Propose this file and have a second person approve it.");
    }

    static DomainRefusal administratorsHoldNoTrialRole() {
        return DomainRefusal.forbidden(
                "administrators-hold-no-trial-role",
                "Administrators have no part in the conduct of a trial.",
                "Somebody with a role in the trial does this.");
    }

    static DomainRefusal actNotPermitted() {
        return DomainRefusal.forbidden(
                "act-not-permitted", "This role does not do that.", "Ask somebody whose role does.");
    }

    static DomainRefusal trialLocked() {
        return new DomainRefusal(
                "trial-locked", "The trial is locked.", "It can be unlocked with an investigator's authorisation.");
    }

    static DomainRefusal trialNotOpen() {
        return new DomainRefusal("trial-not-open", "The trial is not open for this.", "It has to be opened first.");
    }

    static DomainRefusal notPrincipalInvestigator() {
        return DomainRefusal.forbidden(
                "not-principal-investigator",
                "Only the principal investigator of the site delegates duties.",
                "Ask the principal investigator.");
    }

    static DomainRefusal dutyNotDelegated(Duty duty) {
        return DomainRefusal.forbidden(
                "duty-not-delegated",
                "The duty to " + duty.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " is not delegated to you today.",
                "The principal investigator delegates it, and you accept.");
    }

    static DomainRefusal trainingMissing() {
        return DomainRefusal.forbidden(
                "training-missing",
                "Your training for the study build of this site is not on record.",
                "Complete the training and have it recorded.");
    }

    static DomainRefusal ethicsApprovalMissing() {
        return new DomainRefusal(
                "ethics-approval-missing",
                "The site has no valid ethics approval for the protocol version of its study build.",
                "File the approval, then try again.");
    }

    static DomainRefusal identityNotProven() {
        return DomainRefusal.forbidden(
                "identity-not-proven",
                "Your identity has not been proven, so you cannot sign yet.",
                "Have an administrator record how it was proven.");
    }
}
