package org.indelible.casebook;

import java.util.List;
import java.util.Optional;
import org.indelible.readmodel.participant.ParticipantRow;
import org.indelible.readmodel.participant.VisitStatus;

/**
 * The table of contents of a casebook.
 *
 * @param path of the casebook's page
 */
record CasebookTree(ParticipantRow participant, String path, boolean overviewOpen, List<Visit> visits) {
    /**
     * @param verify address where it is verified
     * @param start address to start it, or a further one of its kind; empty where that is not offered
     */
    record Visit(
            String oid,
            String key,
            String name,
            int number,
            VisitStatus status,
            String date,
            boolean open,
            Optional<String> start,
            String verify,
            List<Form> forms) {}

    /** @param add address of a further one of its kind; empty where it does not repeat */
    record Form(String name, int number, VisitStatus status, boolean current, String href, Optional<String> add) {}
}
