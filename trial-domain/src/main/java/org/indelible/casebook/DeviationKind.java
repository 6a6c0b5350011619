package org.indelible.casebook;

/** A departure from the approved protocol or from GCP, raised beside the fact that shows it; the fact itself is always recorded. */
public enum DeviationKind {
    PROCEDURE_BEFORE_CONSENT,
    CONSENT_VERSION_NOT_APPROVED,
    ENROLLED_WITHOUT_CONSENT,
    ENROLLED_AFTER_SCREEN_FAILURE,
    ETHICS_APPROVAL_LAPSED,
    RECORDED_AFTER_END_OF_STUDY,
    VISIT_OUT_OF_WINDOW,
    HARD_CHECK_OVERRIDDEN,
    OTHER
}
