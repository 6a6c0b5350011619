package org.indelible.authority;

/** What an account may be in a trial. Roles without {@code UNBLINDED_} in the name are blinded. */
public enum Role {
    INVESTIGATOR(Side.SITE, Blinding.BLINDED),
    SUB_INVESTIGATOR(Side.SITE, Blinding.BLINDED),
    COORDINATOR(Side.SITE, Blinding.BLINDED),
    PHARMACIST(Side.SITE, Blinding.BLINDED),
    UNBLINDED_PHARMACIST(Side.SITE, Blinding.UNBLINDED),
    MONITOR(Side.SPONSOR, Blinding.BLINDED),
    UNBLINDED_MONITOR(Side.SPONSOR, Blinding.UNBLINDED),
    DATA_MANAGER(Side.SPONSOR, Blinding.BLINDED),
    STUDY_BUILDER(Side.SPONSOR, Blinding.BLINDED),
    STATISTICIAN(Side.SPONSOR, Blinding.BLINDED),
    UNBLINDED_STATISTICIAN(Side.SPONSOR, Blinding.UNBLINDED),
    SAFETY_PHYSICIAN(Side.SPONSOR, Blinding.BLINDED),
    CODER(Side.SPONSOR, Blinding.BLINDED),
    INSPECTOR(Side.REGULATOR, Blinding.BLINDED),
    UNBLINDED_INSPECTOR(Side.REGULATOR, Blinding.UNBLINDED),
    PARTICIPANT(Side.PARTICIPANT, Blinding.BLINDED),
    ADMINISTRATOR(Side.PLATFORM, Blinding.NOT_APPLICABLE),
    API_CLIENT(Side.SYSTEM, Blinding.BLINDED),
    /** Imports, deadlines and the sign-in service; never granted to a person. */
    SYSTEM(Side.SYSTEM, Blinding.NOT_APPLICABLE);

    private final Side side;
    private final Blinding blinding;

    Role(Side side, Blinding blinding) {
        this.side = side;
        this.blinding = blinding;
    }

    public Side side() {
        return side;
    }

    public Blinding blinding() {
        return blinding;
    }

    /** Whether the role is held at named sites rather than over the whole trial. */
    public boolean atSites() {
        return side == Side.SITE || this == PARTICIPANT;
    }

    /** Whether the role takes part in a trial, so that an administrator may not hold it. */
    public boolean inTrials() {
        return side != Side.PLATFORM && this != SYSTEM;
    }
}
