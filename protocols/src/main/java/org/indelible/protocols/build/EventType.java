package org.indelible.protocols.build;

/** StudyEventDef/@Type (ODM 1.3.2, 3.1.1.3.3). A common event holds running logs with dates of their own. */
public enum EventType {
    SCHEDULED,
    UNSCHEDULED,
    COMMON
}
