package org.indelible.readmodel.signature;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Provenance;

/**
 * A signature in the sense of 21 CFR 11.50.
 *
 * @param meaning authorship, review, approval, responsibility
 * @param event absent where the whole casebook was signed
 * @param form absent where more than a form was signed
 * @param stale the change that made it stale; empty while it holds
 */
public record SignatureRow(
        String participant,
        String meaning,
        Disclosable<String> printedName,
        Optional<String> event,
        Optional<String> eventKey,
        Optional<String> form,
        Optional<String> formKey,
        Provenance provenance,
        Optional<Provenance> stale) {
    public boolean holds() {
        return stale.isEmpty();
    }

    public boolean covers(FormPoint point) {
        return event.isEmpty()
                || event.get().equals(point.event())
                        && eventKey.equals(point.eventKey())
                        && (form.isEmpty() || form.get().equals(point.form()) && formKey.equals(point.formKey()));
    }
}
