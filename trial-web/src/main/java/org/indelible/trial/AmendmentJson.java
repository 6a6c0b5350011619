package org.indelible.trial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.indelible.protocols.diff.BuildChange;
import org.indelible.readmodel.amendment.AmendmentRow;
import org.indelible.readmodel.amendment.Impact;
import org.indelible.readmodel.amendment.Previews.Preview;

/**
 * An amendment for the API.
 *
 * @param protocolVersion the version it would put in force
 * @param diff each change in words, with what it touches
 * @param findings what reading and validating the metadata found; absent where nothing was read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record AmendmentJson(
        String trial,
        String amendment,
        String status,
        String protocolVersion,
        String from,
        String build,
        Optional<String> consentForm,
        boolean reconsent,
        List<ChangeJson> diff,
        ImpactJson impact,
        List<FindingJson> findings) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ChangeJson(
            String change,
            String kind,
            String oid,
            String name,
            String words,
            Optional<String> before,
            Optional<String> after,
            long forms,
            long values) {
        static ChangeJson of(Impact.OfChange counted) {
            BuildChange change = counted.change();
            return new ChangeJson(
                    counted.kind(),
                    change.subject().kind().words(),
                    change.subject().oid(),
                    change.subject().name(),
                    change.words(),
                    change.before(),
                    change.after(),
                    counted.forms(),
                    counted.values());
        }
    }

    /** Counted over the trial as of {@code treeSize}. */
    record ImpactJson(
            long treeSize,
            long underway,
            long participants,
            long forms,
            long values,
            long orphanedValues,
            long signatures,
            long openQueries,
            List<Impact.OfSite> sites) {}

    static AmendmentJson of(String trial, AmendmentRow row, Preview preview, List<FindingJson> findings) {
        Impact impact = preview.impact();
        return new AmendmentJson(
                trial,
                row.id(),
                row.status(),
                row.protocolVersion(),
                row.from(),
                row.build(),
                row.consentVersion(),
                row.reconsent(),
                impact.changes().stream().map(ChangeJson::of).toList(),
                new ImpactJson(
                        impact.treeSize(),
                        impact.underway(),
                        impact.participants(),
                        impact.forms(),
                        impact.values(),
                        impact.orphaned(),
                        impact.signatures(),
                        impact.openQueries(),
                        impact.sites()),
                findings);
    }
}
