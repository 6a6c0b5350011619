package org.indelible.readmodel.review;

import java.time.Instant;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Provenance;

/**
 * A query as it stands.
 *
 * @param site the participant's
 * @param item the data point asked about; empty: the form as a whole
 * @param raisedAs name of the role; {@code SYSTEM} where a check raised it
 * @param check the check that raised it
 * @param status open, answered, closed or cancelled
 * @param since when it took that status
 * @param text what was said last; empty where nothing was, as when it was closed
 * @param raised who raised it; where a check did, who saved what did not pass
 */
public record QueryRow(
        String participant,
        String site,
        String query,
        FormPoint form,
        Optional<DataPoint> item,
        String raisedAs,
        Optional<String> check,
        String status,
        Instant since,
        Optional<Disclosable<String>> text,
        Provenance raised) {

    public boolean byCheck() {
        return check.isPresent();
    }

    /** Whether somebody still has to do something about it. */
    public boolean waits() {
        return status.equals("open") || status.equals("answered");
    }
}
