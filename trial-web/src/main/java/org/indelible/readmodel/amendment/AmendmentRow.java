package org.indelible.readmodel.amendment;

import java.util.Optional;
import java.util.OptionalLong;
import org.indelible.readmodel.Provenance;

/**
 * @param from hash of the build it changes
 * @param build hash of the build it would put in force
 * @param consentVersion the consent form that goes with it
 * @param reconsent whether participants sign that form before they come under it
 * @param status {@code submitted}, {@code approved} or {@code withdrawn}
 * @param shownAt tree size over which the impact was counted that the approver saw
 * @param decided when and by whom it was approved or withdrawn
 */
public record AmendmentRow(
        String id,
        String from,
        String build,
        String protocolVersion,
        String name,
        Optional<String> training,
        Optional<String> consentVersion,
        boolean reconsent,
        String status,
        OptionalLong shownAt,
        Provenance submitted,
        Optional<Provenance> decided) {
    public boolean open() {
        return status.equals("submitted");
    }
}
