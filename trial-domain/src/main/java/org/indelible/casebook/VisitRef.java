package org.indelible.casebook;

import org.indelible.eventstore.InClear;

/** One visit: an instance of an ODM StudyEventDef. */
public record VisitRef(@InClear String eventOid, @InClear RepeatKey eventKey) {
    public static VisitRef of(String eventOid) {
        return new VisitRef(eventOid, RepeatKey.NONE);
    }

    public FormRef form(String formOid) {
        return form(formOid, RepeatKey.NONE);
    }

    public FormRef form(String formOid, RepeatKey formKey) {
        return new FormRef(eventOid, eventKey, formOid, formKey);
    }
}
