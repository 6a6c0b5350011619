package org.indelible.authority;

import static org.indelible.authority.Role.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every act that is checked, and who may do it: the one table from which commands, pages and API take their rights (21 CFR 11.10(g); R21).
 */
public enum Act {
    // The trial
    REGISTER_TRIAL(Kind.CONDUCT, STUDY_BUILDER),
    PUBLISH_VERSION(Kind.CONDUCT, STUDY_BUILDER),
    APPROVE_AMENDMENT(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER),
    OPEN_TRIAL(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER),
    CLOSE_TRIAL(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER),
    LOCK_TRIAL(Kind.CONDUCT, DATA_MANAGER),
    UNLOCK_TRIAL(Kind.CONDUCT, DATA_MANAGER),
    AUTHORISE_UNLOCK(Kind.CONDUCT, INVESTIGATOR),
    ARCHIVE_TRIAL(Kind.CONDUCT, DATA_MANAGER),
    RECORD_RETENTION(Kind.CONDUCT, DATA_MANAGER),
    RECORD_TRANSFER_AGREEMENT(Kind.CONDUCT, DATA_MANAGER),
    AUTHORISE_MIGRATION(Kind.CONDUCT, DATA_MANAGER, STUDY_BUILDER),
    // The site
    OPEN_SITE(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER),
    NAME_INVESTIGATOR(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER, MONITOR),
    FILE_ETHICS_APPROVAL(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, MONITOR),
    ACTIVATE_BUILD(Kind.CONDUCT, STUDY_BUILDER, DATA_MANAGER, MONITOR),
    DELEGATE(Kind.CONDUCT, INVESTIGATOR),
    ACCEPT_DELEGATION(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, PHARMACIST, UNBLINDED_PHARMACIST),
    RECORD_TRAINING(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, MONITOR),
    CLOSE_SITE(Kind.CONDUCT, DATA_MANAGER, MONITOR),
    // The participant
    REGISTER_PARTICIPANT(Kind.NEW_PARTICIPATION, Duty.ENTER_DATA),
    RECORD_IDENTITY(Kind.SITE_DATA, Duty.ENTER_DATA),
    RECORD_CONSENT(Kind.SITE_DATA, Duty.OBTAIN_CONSENT),
    SCREEN(Kind.SITE_DATA, Duty.ASSESS_ELIGIBILITY),
    ENROL(Kind.SITE_DATA, Duty.ASSESS_ELIGIBILITY),
    RANDOMISE(Kind.NEW_PARTICIPATION, Duty.RANDOMISE),
    RECORD_DATA(Kind.SITE_DATA, Duty.ENTER_DATA),
    CORRECT_DATA(Kind.SITE_DATA, Duty.CORRECT_DATA),
    INACTIVATE_DATA(Kind.SITE_DATA, Duty.CORRECT_DATA),
    RECORD_DISPOSITION(Kind.SITE_DATA, Duty.ENTER_DATA),
    WITHDRAW_CONSENT(Kind.OWN_OR_SITE, Duty.ENTER_DATA, PARTICIPANT),
    TRANSFER_PARTICIPANT(Kind.CONDUCT, DATA_MANAGER),
    ADOPT_BUILD(Kind.NEW_PARTICIPATION, Duty.ENTER_DATA),
    SIGN(Kind.SITE_DATA, Duty.SIGN),
    RAISE_DEVIATION(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, MONITOR, DATA_MANAGER),
    ASSESS_DEVIATION(Kind.CONDUCT, INVESTIGATOR, MONITOR, DATA_MANAGER),
    DISCARD_DRAFT(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, PHARMACIST, UNBLINDED_PHARMACIST),
    NOTE_LEFT_DRAFT(Kind.CONDUCT, SYSTEM),
    // Review by the sponsor
    VERIFY(Kind.CONDUCT, MONITOR, UNBLINDED_MONITOR),
    REVIEW_FORM(Kind.CONDUCT, MONITOR, UNBLINDED_MONITOR, DATA_MANAGER, SAFETY_PHYSICIAN),
    SET_REVIEW_PLAN(Kind.CONDUCT, MONITOR, DATA_MANAGER),
    /** Blinded roles only: what they write about the audit trail is read by blinded ones. */
    PLAN_AUDIT_REVIEW(Kind.CONDUCT, MONITOR, DATA_MANAGER),
    REVIEW_AUDIT_TRAIL(Kind.CONDUCT, MONITOR, DATA_MANAGER),
    RAISE_QUERY(Kind.CONDUCT, MONITOR, UNBLINDED_MONITOR, DATA_MANAGER, SAFETY_PHYSICIAN, CODER, STATISTICIAN),
    ANSWER_QUERY(Kind.SITE_DATA, Duty.ANSWER_QUERIES),
    CLOSE_QUERY(Kind.CONDUCT, MONITOR, UNBLINDED_MONITOR, DATA_MANAGER, SAFETY_PHYSICIAN, CODER, STATISTICIAN),
    FREEZE(Kind.CONDUCT, MONITOR, DATA_MANAGER),
    LOCK_CASEBOOK(Kind.CONDUCT, DATA_MANAGER),
    UNLOCK_CASEBOOK(Kind.CONDUCT, DATA_MANAGER),
    // Taking it away: as far as the role sees
    EXPORT_EVIDENCE(
            Kind.CONDUCT,
            INVESTIGATOR,
            SUB_INVESTIGATOR,
            COORDINATOR,
            PHARMACIST,
            UNBLINDED_PHARMACIST,
            MONITOR,
            UNBLINDED_MONITOR,
            DATA_MANAGER,
            STATISTICIAN,
            UNBLINDED_STATISTICIAN,
            INSPECTOR,
            UNBLINDED_INSPECTOR,
            PARTICIPANT),
    // Taking values out of the record: the two persons
    REQUEST_ERASURE(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, MONITOR, DATA_MANAGER),
    APPROVE_ERASURE(Kind.CONDUCT, INVESTIGATOR, SUB_INVESTIGATOR, DATA_MANAGER),
    EXPORT_DATA(
            Kind.CONDUCT,
            INVESTIGATOR,
            SUB_INVESTIGATOR,
            COORDINATOR,
            PHARMACIST,
            UNBLINDED_PHARMACIST,
            MONITOR,
            UNBLINDED_MONITOR,
            DATA_MANAGER,
            STUDY_BUILDER,
            STATISTICIAN,
            UNBLINDED_STATISTICIAN,
            SAFETY_PHYSICIAN,
            CODER,
            INSPECTOR,
            UNBLINDED_INSPECTOR,
            PARTICIPANT,
            API_CLIENT),
    // The platform
    CARRY_OUT_ERASURE(Kind.PLATFORM, SYSTEM),
    ADMINISTER_ACCOUNTS(Kind.PLATFORM, ADMINISTRATOR, SYSTEM),
    RECOVER_LEDGER(Kind.PLATFORM, ADMINISTRATOR),
    /** By whoever holds the key store, through a command of the stopped application. */
    ROTATE_KEYS(Kind.PLATFORM, SYSTEM),
    KEEP_SIGN_INS(Kind.PLATFORM, SYSTEM),
    /** One's own, whatever one is; an administrator takes lost ones out of use. */
    KEEP_OWN_PASSKEYS(Kind.PLATFORM, everyPerson());

    /** How the evaluation treats an act beyond the list of roles. */
    enum Kind {
        /** Held by role alone. */
        CONDUCT,
        /** Belongs to the site: by duty, and no other side by any path. */
        SITE_DATA,
        /** As {@link #SITE_DATA}, and brings somebody further into the trial, so that a lapsed ethics approval bars it. */
        NEW_PARTICIPATION,
        /** As {@link #SITE_DATA}, or the participant in person. */
        OWN_OR_SITE,
        /** Outside trials. */
        PLATFORM
    }

    private final Kind kind;
    private final Optional<Duty> duty;
    private final Set<Role> roles;

    Act(Kind kind, Role first, Role... others) {
        this.kind = kind;
        this.duty = Optional.empty();
        this.roles = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    Act(Kind kind, Set<Role> roles) {
        this.kind = kind;
        this.duty = Optional.empty();
        this.roles = Collections.unmodifiableSet(roles);
    }

    private static Set<Role> everyPerson() {
        return EnumSet.complementOf(EnumSet.of(SYSTEM));
    }

    Act(Kind kind, Duty duty, Role... besidesSiteStaff) {
        this.kind = kind;
        this.duty = Optional.of(duty);
        EnumSet<Role> all = EnumSet.of(INVESTIGATOR, SUB_INVESTIGATOR, COORDINATOR, PHARMACIST, UNBLINDED_PHARMACIST);
        Collections.addAll(all, besidesSiteStaff);
        this.roles = Collections.unmodifiableSet(all);
    }

    Kind kind() {
        return kind;
    }

    /** The delegated duty that the act needs of site staff. */
    public Optional<Duty> duty() {
        return duty;
    }

    /** The roles that can do it at all; whether one may today, {@link Authority} says. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether it changes what belongs to the site. */
    public boolean changesSiteData() {
        return kind == Kind.SITE_DATA || kind == Kind.NEW_PARTICIPATION || kind == Kind.OWN_OR_SITE;
    }

    /** Stable name for records and pages, in kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
