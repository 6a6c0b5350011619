package org.indelible.authority;

/** What of a site's records a newly activated study build is for. */
public enum AmendmentApplication {
    /** Forms that are begun from now on. */
    PROSPECTIVE,
    /** Forms already begun too, which the site moves on one by one or together; signed ones only on purpose. */
    RETROSPECTIVE
}
