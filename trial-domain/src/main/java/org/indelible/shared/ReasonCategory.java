package org.indelible.shared;

/** The list beside the free text of a reason (R45). No value is ever chosen beforehand for the user. */
public enum ReasonCategory {
    TRANSCRIPTION_ERROR,
    SOURCE_CORRECTED,
    NEW_INFORMATION,
    QUERY_ANSWERED,
    ENTERED_IN_ERROR,
    OTHER
}
