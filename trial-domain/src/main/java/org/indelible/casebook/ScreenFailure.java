package org.indelible.casebook;

/** Why a screening failed, as a class; the words are in the reason. */
public enum ScreenFailure {
    INCLUSION_CRITERION_NOT_MET,
    EXCLUSION_CRITERION_MET,
    PARTICIPANT_DECLINED,
    OTHER
}
