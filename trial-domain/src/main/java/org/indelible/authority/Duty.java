package org.indelible.authority;

/** A trial-related duty that the principal investigator delegates to a person for some time (ICH E6(R3) 2.3.3; R25). The principal investigator holds all of them. */
public enum Duty {
    OBTAIN_CONSENT,
    ASSESS_ELIGIBILITY,
    ENTER_DATA,
    CORRECT_DATA,
    ANSWER_QUERIES,
    SIGN,
    RANDOMISE,
    DISPENSE
}
