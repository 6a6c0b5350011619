package org.indelible.casebook;

/** How grave a departure from the protocol or from GCP is (ICH E3, 10.2). */
public enum DeviationGrade {
    MINOR,
    MAJOR,
    /** May affect the rights or safety of participants or the reliability of the data (ISO 14155 4.21). */
    CRITICAL
}
