package org.indelible.readmodel.casebook;

import java.util.Optional;
import org.indelible.readmodel.AsOf;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.Visibility;

public interface CasebookQueries {
    /** Empty where there is no such participant, or none that the reader may see. */
    Optional<CasebookView> casebook(AsOf asOf, Visibility visibility, String participant);

    /** One form of it. */
    Optional<FormView> form(AsOf asOf, Visibility visibility, String participant, FormPoint form);
}
