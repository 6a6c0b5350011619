package org.indelible.casebook;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.indelible.shared.ConsentVersion;
import org.indelible.shared.DomainRefusal;

/** The refusals of a casebook. Codes are part of the contract; texts name OIDs, never values. */
final class CasebookRefusals {
    private CasebookRefusals() {}

    static DomainRefusal notRegistered() {
        return new DomainRefusal(
                "participant-unknown", "There is no such participant.", "Register the participant first.");
    }

    static DomainRefusal alreadyRegistered() {
        return new DomainRefusal(
                "participant-exists", "This participant key is in use, and keys are never reused.", "Use another key.");
    }

    static DomainRefusal siteNotOpened() {
        return new DomainRefusal("site-not-opened", "There is no such site in this trial.", "Open the site first.");
    }

    static DomainRefusal noBuild() {
        return new DomainRefusal(
                "no-build-activated",
                "The site has no activated study build.",
                "Activate one, with its approval on file.");
    }

    static DomainRefusal otherSite() {
        return new DomainRefusal(
                "other-site", "The participant belongs to another site.", "The participant's site does this.");
    }

    static DomainRefusal reconsentRequired(ConsentVersion version) {
        return new DomainRefusal(
                "reconsent-required",
                "The amendment asks for consent " + version + ", which this participant has not given.",
                "Obtain and record the consent, then move the participant on.");
    }

    static DomainRefusal nothingToMigrate() {
        return new DomainRefusal(
                "nothing-to-migrate",
                "The form is not begun, or is under the participant's study build already.",
                "Nothing needs to be done.");
    }

    static DomainRefusal amendmentProspective() {
        return new DomainRefusal(
                "amendment-prospective",
                "At this site the amendment is for forms begun later; those begun keep their study build.",
                "The build is activated retrospectively where forms begun shall move on too.");
    }

    static DomainRefusal formSigned() {
        return new DomainRefusal(
                "form-signed",
                "The form was signed, and its signatures would go stale.",
                "Give a reason to move it on all the same; it is then signed anew.");
    }

    static DomainRefusal formNotInBuild(String formOid) {
        return new DomainRefusal(
                "form-not-in-build",
                "Form " + formOid + " has no place in the participant's study build.",
                "It stays under its own study build, and readable.");
    }

    static DomainRefusal locked() {
        return new DomainRefusal(
                "casebook-locked",
                "The casebook is locked.",
                "It can be unlocked with the investigator's authorisation and a reason.");
    }

    static DomainRefusal alreadyRecorded() {
        return new DomainRefusal("already-recorded", "This is on record already.", "Look it up in the history.");
    }

    static DomainRefusal timeInFuture() {
        return new DomainRefusal("time-in-future", "This lies in the future.", "Record it when it has taken place.");
    }

    static DomainRefusal randomiseOutOfTurn() {
        return new DomainRefusal(
                "randomise-out-of-turn",
                "Randomisation needs consent and enrolment, and no failed screening or end of participation.",
                "Record what is missing first.");
    }

    static DomainRefusal unknownOid(String kind, String oid) {
        return new DomainRefusal(
                "unknown-oid",
                kind + " " + oid + " is not part of this place in the study build.",
                "Check the OID against the study build of the form.");
    }

    static DomainRefusal notRepeating(String kind, String oid) {
        return new DomainRefusal(
                "not-repeating",
                kind + " " + oid + " does not repeat and is there already.",
                "Use the one that is there.");
    }

    static DomainRefusal visitExists() {
        return new DomainRefusal("visit-exists", "This visit has begun already.", "Use another key where it repeats.");
    }

    static DomainRefusal collectionStopped() {
        return new DomainRefusal(
                "collection-stopped",
                "The participant has withdrawn; only observations up to that day are still recorded.",
                "Give the day of observation where it was before the withdrawal.");
    }

    static DomainRefusal inactivated() {
        return new DomainRefusal(
                "inactivated",
                "This was inactivated, and its key is not used again.",
                "Enter it anew under a new key.");
    }

    static DomainRefusal formFrozen() {
        return new DomainRefusal("form-frozen", "The form is frozen.", "Ask data management to unfreeze it.");
    }

    static DomainRefusal itemTwice(ItemRef item) {
        return new DomainRefusal("item-twice", item.itemOid() + " occurs twice in one save.", "Send each item once.");
    }

    static DomainRefusal textTooLong(ItemRef item) {
        return new DomainRefusal(
                "text-too-long", item.itemOid() + " holds more text than a data point can.", "File it as a document.");
    }

    static DomainRefusal reasonRequired(ItemRef item) {
        return new DomainRefusal(
                "reason-required",
                "A reason is needed for " + item.itemOid() + ".",
                "Say in a few words why there is no value, or why it changes.");
    }

    static DomainRefusal dataPointChanged(List<ItemRef> items) {
        return new DomainRefusal(
                "data-point-changed",
                "Somebody changed meanwhile: "
                        + items.stream().map(ItemRef::itemOid).distinct().collect(Collectors.joining(", ")) + ".",
                "Look at what is there now, then decide again.");
    }

    static DomainRefusal dataChangedSinceShown() {
        return new DomainRefusal(
                "data-point-changed",
                "Data in the scope of the signature changed after they were shown.",
                "Review what is there now, then sign.");
    }

    static DomainRefusal nothingToSign() {
        return new DomainRefusal("nothing-to-sign", "There are no data in this scope.", "Sign when there are.");
    }

    static DomainRefusal scopeTooLarge() {
        return new DomainRefusal(
                "signature-scope-too-large",
                "One signature cannot cite so many data points.",
                "Sign visit by visit, or form by form.");
    }

    static DomainRefusal formHasData() {
        return new DomainRefusal(
                "form-has-data",
                "There are data in it, so it was done.",
                "Inactivate the data first where they are wrong.");
    }

    static DomainRefusal notInAgreement(ItemRef item) {
        return new DomainRefusal(
                "not-in-transfer-agreement",
                item.itemOid() + " is not part of the transfer agreement.",
                "Deliver agreed items only, or extend the agreement.");
    }

    static DomainRefusal siteDataBelongsToSite() {
        return DomainRefusal.forbidden(
                "site-data-belongs-to-site",
                "A transfer never touches what a site entered.",
                "Raise a query; the site decides on the correction.");
    }

    static DomainRefusal queryUnknown() {
        return new DomainRefusal("query-unknown", "There is no such query in this casebook.", "Check the query's id.");
    }

    static DomainRefusal queryExists() {
        return new DomainRefusal(
                "query-exists", "A query with this id is on record.", "Give the new one an id of its own.");
    }

    static DomainRefusal queryStatus(Queries.Status status) {
        return new DomainRefusal(
                "query-status",
                "The query is " + status.name().toLowerCase(Locale.ROOT) + ".",
                "Open queries are answered, answered ones closed, closed ones reopened.");
    }

    static DomainRefusal notTheRaiser() {
        return new DomainRefusal(
                "query-of-another-role",
                "A query is cancelled by the role that raised it.",
                "Ask that role, or close it.");
    }

    static DomainRefusal openQueries(int count) {
        return new DomainRefusal("open-queries", count + " queries are not closed.", "Close them before locking.");
    }

    static DomainRefusal unsignedForms(int count) {
        return new DomainRefusal(
                "unsigned-forms",
                count + " forms lack a current signature.",
                "Have them signed, or give a reason and they are listed in the lock's record.");
    }

    static DomainRefusal unlockNotAuthorised() {
        return new DomainRefusal(
                "unlock-not-authorised",
                "Unlocking needs the authorisation of the investigator.",
                "Ask the investigator to authorise it.");
    }

    static DomainRefusal notLocked() {
        return new DomainRefusal("casebook-not-locked", "The casebook is not locked.", "Nothing needs to be done.");
    }
}
