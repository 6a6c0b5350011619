package org.indelible.readmodel.amendment;

import java.util.List;
import java.util.Map;
import org.indelible.protocols.diff.BuildChange;

/**
 * What an amendment touches of what is on record, counted as of a tree size.
 *
 * @param treeSize of the trial's ledger
 * @param underway participants who would come under it: all whose participation has not ended
 * @param participants those with a begun form that the amendment changes
 * @param forms begun form instances that it changes
 * @param values current values of items that it changes, removes or checks otherwise
 * @param orphaned values among these that have no place in the new build
 * @param signatures signatures in force that cover a changed form
 * @param openQueries queries open or answered on changed forms
 * @param sites the same by site, in order of their keys
 * @param changes each change with what it touches
 */
public record Impact(
        long treeSize,
        long underway,
        long participants,
        long forms,
        long values,
        long orphaned,
        long signatures,
        long openQueries,
        List<OfSite> sites,
        List<OfChange> changes) {
    public Impact {
        sites = List.copyOf(sites);
        changes = List.copyOf(changes);
    }

    /** @param signedForms begun forms that a signature in force covers, which move on only one by one and on purpose */
    public record OfSite(String site, long participants, long forms, long signedForms) {}

    /**
     * @param forms begun form instances that the change concerns: those with the item group, where it concerns a group; visits where it concerns an event
     * @param values current values that it concerns; 0 where it concerns forms as such
     */
    public record OfChange(BuildChange change, long forms, long values) {
        public String kind() {
            return change.getClass().getSimpleName();
        }
    }

    /** Begun instances and current values of a build, counted in one pass. */
    record Counts(Map<String, Long> forms, Map<String, Long> groups, Map<String, Long> visits, List<Values> values) {}

    /** Current values at one place of a build. */
    record Values(String form, String group, String item, long count) {}
}
