package org.indelible.readmodel.audit;

import java.util.function.Consumer;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.Visibility;

public interface AuditQueries {
    /** Hands over each row in order of its entry; holds some hundred entries in memory. */
    void forEach(AsOf asOf, Visibility visibility, AuditFilter filter, Consumer<AuditRow> consumer);

    AuditEntries page(AsOf asOf, Visibility visibility, AuditFilter filter, AuditWindow window);

    /** How many entries fit, counted up to a limit. */
    long count(AsOf asOf, Visibility visibility, AuditFilter filter, long limit);
}
