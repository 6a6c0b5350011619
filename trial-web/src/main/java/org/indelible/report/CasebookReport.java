package org.indelible.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.indelible.casebook.ShownValue;
import org.indelible.casebook.SignatureLine;

/** A casebook as its report tells it. */
record CasebookReport(
        String participant,
        String site,
        String status,
        ZoneId zone,
        List<Visit> visits,
        List<SignatureLine> signatures) {
    record Visit(String id, String name, String date, List<Form> forms) {}

    record Form(String id, String name, List<Section> sections, List<SignatureLine> signatures, List<Change> changes) {}

    /** @param row key of a repeat; empty where the group does not repeat */
    record Section(String name, String row, boolean inactivated, List<Item> items) {}

    /** @param changed whether it has not the value that was first entered */
    record Item(
            String label,
            ShownValue value,
            boolean changed,
            boolean inactivated,
            boolean verified,
            int openQueries,
            Optional<OffsetDateTime> enteredAt,
            Instant recordedAt,
            String who,
            long entry) {}

    record Change(
            String label,
            ShownValue before,
            ShownValue after,
            String reason,
            String who,
            String role,
            Optional<OffsetDateTime> enteredAt,
            Instant recordedAt,
            long entry) {}
}
