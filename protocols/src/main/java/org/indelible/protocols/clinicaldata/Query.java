package org.indelible.protocols.clinicaldata;

import java.util.List;

/**
 * A question about a record (ODM 2.0, Query). ODM 1.3.2 has no element for it: there it is an Annotation.
 *
 * @param source System, Data Management, Site Monitor, Coding System or Safety Reviewer
 * @param type Manual or System
 * @param state Open, Answered, Closed or Cancelled
 * @param lastUpdate ISO 8601
 * @param text what was said last
 * @param turns what was done about it, in order, with what was said as the reason
 */
public record Query(
        String oid, String source, String type, String state, String lastUpdate, String text, List<AuditRecord> turns) {
    public Query {
        turns = List.copyOf(turns);
    }
}
