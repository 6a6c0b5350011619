package org.indelible.shared;

/** What kind of originator a data element has (EMA 4.3-4.5; R16). */
public enum SourceKind {
    PERSON,
    PARTICIPANT,
    DEVICE,
    HEALTH_RECORD,
    LABORATORY,
    ALGORITHM,
    IMPORT
}
