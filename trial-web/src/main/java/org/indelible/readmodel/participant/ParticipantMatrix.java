package org.indelible.readmodel.participant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** @param visits scheduled events of the study build, in their order */
public record ParticipantMatrix(List<Visit> visits, List<Row> rows) {

    public record Visit(String oid, String name) {}

    /** @param cells by event OID; a visit that repeats shows its most urgent instance */
    public record Row(ParticipantRow participant, Map<String, Cell> cells) {
        public Optional<Cell> cell(String event) {
            return Optional.ofNullable(cells.get(event));
        }
    }

    public record Cell(VisitStatus status, int openQueries, int instances) {}
}
