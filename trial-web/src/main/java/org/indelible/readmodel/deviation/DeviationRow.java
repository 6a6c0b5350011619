package org.indelible.readmodel.deviation;

import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.Provenance;

/**
 * @param seq number of its event in the casebook's stream, by which it is told
 * @param kind stable code of the departure
 * @param event OID of the visit it belongs to
 * @param description in the words of who raised it; empty where a rule did
 * @param assessment the latest
 */
public record DeviationRow(
        String participant,
        long seq,
        String kind,
        Optional<String> event,
        Optional<Disclosable<String>> description,
        Optional<Assessment> assessment,
        Provenance provenance) {

    /**
     * What was done about it.
     *
     * @param grade minor, major or critical
     */
    public record Assessment(
            String grade,
            Disclosable<String> action,
            Optional<Disclosable<String>> followUp,
            boolean closed,
            long entry) {}
}
