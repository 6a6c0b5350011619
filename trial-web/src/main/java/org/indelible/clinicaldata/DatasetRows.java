package org.indelible.clinicaldata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.protocols.dataset.Cell;
import org.indelible.protocols.dataset.DatasetRow;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.api.Shown;
import org.indelible.readmodel.casebook.GroupInstance;

/** Item group instances as datasets state them. Of a value that is erased or that the reader may not see, the unit is not told either. */
final class DatasetRows {
    private DatasetRows() {}

    static DatasetRow row(GroupInstance instance) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        instance.items().forEach((item, value) -> cells.put(item, cell(value)));
        return new DatasetRow(
                instance.site(),
                instance.participant(),
                instance.form().event(),
                instance.form().eventKey(),
                instance.form().form(),
                instance.form().formKey(),
                instance.key(),
                cells);
    }

    private static Cell cell(RecordedValue value) {
        Optional<String> hidden = value.text().flatMap(Shown::hidden);
        return new Cell(
                value.text().flatMap(Disclosable::present),
                hidden.isPresent() ? Optional.empty() : value.unit(),
                hidden.or(() -> value.nullFlavour().map(OdmMarks::word)));
    }
}
