package org.indelible.search;

import java.util.List;
import org.indelible.readmodel.participant.ParticipantRow;

/**
 * What a search found.
 *
 * @param more whether there are more participants than are listed
 * @param forms of the study build, with the items that fit
 * @param recorded where those forms were recorded last
 */
record Found(List<ParticipantRow> participants, boolean more, List<FoundForm> forms, List<RecordedForm> recorded) {
    static final Found NOTHING = new Found(List.of(), false, List.of(), List.of());

    public boolean nothing() {
        return participants.isEmpty() && forms.isEmpty();
    }

    /** @param items labels of the items that fit; empty where the form itself does */
    record FoundForm(String oid, String name, List<String> items) {}

    record RecordedForm(String participant, String visit, String form, String href) {}
}
