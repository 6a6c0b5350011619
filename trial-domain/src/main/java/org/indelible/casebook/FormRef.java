package org.indelible.casebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import org.indelible.eventstore.InClear;

/** One form of one visit: an instance of an ODM FormDef. */
public record FormRef(
        @InClear String eventOid,
        @InClear RepeatKey eventKey,
        @InClear String formOid,
        @InClear RepeatKey formKey) {

    /** By event, form and their keys. */
    static final Comparator<FormRef> ORDER = Comparator.comparing(FormRef::eventOid)
            .thenComparing(FormRef::eventKey)
            .thenComparing(FormRef::formOid)
            .thenComparing(FormRef::formKey);

    @JsonIgnore
    public VisitRef visit() {
        return new VisitRef(eventOid, eventKey);
    }
}
