package org.indelible.shared;

/** What a signature says (21 CFR 11.50(a)(3)). */
public enum SignatureMeaning {
    AUTHORSHIP,
    REVIEW,
    APPROVAL,
    RESPONSIBILITY
}
