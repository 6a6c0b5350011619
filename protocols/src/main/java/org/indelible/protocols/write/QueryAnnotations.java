package org.indelible.protocols.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.indelible.protocols.clinicaldata.Annotation;
import org.indelible.protocols.clinicaldata.AuditRecord;
import org.indelible.protocols.clinicaldata.Marks;
import org.indelible.protocols.clinicaldata.Query;

/**
 * Queries as ODM 1.3.2 can state them: an Annotation for each turn, whose Comment is what was said and whose Flags are the query's OID,
 * its state now, who spoke, and when.
 */
final class QueryAnnotations {
    private static final String TYPES = "indelible.flag-types";
    private static final String VALUES = "indelible.queries";

    private QueryAnnotations() {}

    /** The annotations, with the queries after them. */
    static List<Annotation> in(Marks marks) {
        List<Annotation> all = new ArrayList<>(marks.annotations());
        int next = all.stream().mapToInt(Annotation::seqNum).max().orElse(0) + 1;
        for (Query query : marks.queries()) {
            for (AuditRecord turn : query.turns()) {
                all.add(annotation(next++, query, turn));
            }
        }
        return all;
    }

    private static Annotation annotation(int number, Query query, AuditRecord turn) {
        List<Annotation.Flag> flags = new ArrayList<>();
        flags.add(flag("query", query.oid()));
        flags.add(flag("query-state", query.state()));
        turn.userOid().ifPresent(user -> flags.add(flag("query-by", user)));
        turn.dateTimeStamp().ifPresent(at -> flags.add(flag("query-at", at)));
        return new Annotation(number, turn.reasonForChange(), Optional.empty(), flags);
    }

    private static Annotation.Flag flag(String type, String value) {
        return new Annotation.Flag(value, Optional.of(VALUES), Optional.of(type), Optional.of(TYPES));
    }
}
