package org.indelible.casebook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.indelible.shared.BuildHash;
import org.indelible.shared.CasebookId;
import org.indelible.shared.DocumentHash;
import org.indelible.shared.SiteKey;

/** A casebook as far as decisions need it. Immutable; folded from events of which any disclosable field may be erased or withheld. */
public sealed interface CasebookState {

    CasebookState NONE = new Unregistered();

    /** @param seq number of the event in the stream */
    default CasebookState evolve(CasebookEvent event, long seq) {
        return CasebookEvolution.evolve(this, event, seq);
    }

    record Unregistered() implements CasebookState {}

    /**
     * @param site the participant's at this moment
     * @param build the participant's study build; forms already started may have an earlier one
     * @param deviations by the numbers of their events
     * @param attachments documents filed with forms and not inactivated
     */
    record Registered(
            CasebookId id,
            SiteKey site,
            BuildHash build,
            Progress progress,
            Records records,
            Signatures signatures,
            Queries queries,
            Lock lock,
            Set<Version> deviations,
            Set<DocumentHash> attachments)
            implements CasebookState {

        Registered with(SiteKey newSite) {
            return new Registered(
                    id, newSite, build, progress, records, signatures, queries, lock, deviations, attachments);
        }

        Registered with(BuildHash newBuild) {
            return new Registered(
                    id, site, newBuild, progress, records, signatures, queries, lock, deviations, attachments);
        }

        Registered with(Progress newProgress) {
            return new Registered(
                    id, site, build, newProgress, records, signatures, queries, lock, deviations, attachments);
        }

        Registered with(Records newRecords) {
            return new Registered(
                    id, site, build, progress, newRecords, signatures, queries, lock, deviations, attachments);
        }

        Registered with(Signatures newSignatures) {
            return new Registered(
                    id, site, build, progress, records, newSignatures, queries, lock, deviations, attachments);
        }

        Registered with(Queries newQueries) {
            return new Registered(
                    id, site, build, progress, records, signatures, newQueries, lock, deviations, attachments);
        }

        Registered with(Lock newLock) {
            return new Registered(
                    id, site, build, progress, records, signatures, queries, newLock, deviations, attachments);
        }

        /** An attachment more. */
        Registered attached(DocumentHash document) {
            Set<DocumentHash> more = new HashSet<>(attachments);
            more.add(document);
            return with(more);
        }

        /** An attachment less. */
        Registered detached(DocumentHash document) {
            Set<DocumentHash> fewer = new HashSet<>(attachments);
            fewer.remove(document);
            return with(fewer);
        }

        private Registered with(Set<DocumentHash> nowAttached) {
            return new Registered(
                    id, site, build, progress, records, signatures, queries, lock, deviations, Set.copyOf(nowAttached));
        }

        /** A deviation more, by the number of its event. */
        Registered deviated(long seq) {
            Set<Version> more = new HashSet<>(deviations);
            more.add(new Version(seq));
            return new Registered(
                    id, site, build, progress, records, signatures, queries, lock, Set.copyOf(more), attachments);
        }

        /** Forms with data that no current signature covers, in a fixed order. */
        List<FormRef> unsigned() {
            return records.forms().entrySet().stream()
                    .filter(form -> form.getValue().hasData() && !signatures.currentFor(form.getKey()))
                    .map(Map.Entry::getKey)
                    .sorted(FormRef.ORDER)
                    .toList();
        }
    }

    /** The casebook, where there is one. */
    default Optional<Registered> registered() {
        return this instanceof Registered casebook ? Optional.of(casebook) : Optional.empty();
    }
}
