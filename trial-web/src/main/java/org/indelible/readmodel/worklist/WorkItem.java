package org.indelible.readmodel.worklist;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * @param participant absent for what concerns the site as a whole
 * @param due the last day it could be done in time
 * @param since the day it came up
 * @param entry the entry that gave rise to it
 * @param detail what it is about, by name: a visit, a form, a protocol version
 */
public record WorkItem(
        Kind kind,
        String site,
        Optional<String> participant,
        Optional<String> event,
        Optional<String> eventKey,
        Optional<String> form,
        Optional<String> formKey,
        Optional<LocalDate> due,
        LocalDate since,
        OptionalLong entry,
        String detail) {
    /** What two items of one kind cannot share. */
    record Place(
            Kind kind,
            Optional<String> participant,
            Optional<String> event,
            Optional<String> eventKey,
            Optional<String> form,
            Optional<String> formKey) {}

    Place place() {
        return new Place(kind, participant, event, eventKey, form, formKey);
    }

    /** In the order of the list. */
    public enum Kind {
        VISIT_OVERDUE,
        RECONSENT_DUE,
        BUILD_BEHIND,
        SIGNATURE_STALE,
        QUERY_OPEN,
        FORM_OPEN,
        SITE_WITHOUT_APPROVAL,
        SITE_WITHOUT_ACTIVATION,
        SCREEN_FAILURE,
        WITHDRAWAL,
        DRAFT_LEFT;

        /** Found from the few sites when it is asked for, rather than kept by participant. */
        boolean ofSite() {
            return this == RECONSENT_DUE
                    || this == BUILD_BEHIND
                    || this == SITE_WITHOUT_APPROVAL
                    || this == SITE_WITHOUT_ACTIVATION;
        }
    }
}
