package org.indelible.clinicaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.anchoring.disclosure.DisclosureClass;
import org.indelible.anchoring.disclosure.Erased;
import org.indelible.anchoring.disclosure.Present;
import org.indelible.anchoring.disclosure.Withheld;
import org.indelible.anchoring.testing.Requirement;
import org.indelible.protocols.dataset.Cell;
import org.indelible.readmodel.DataPoint.FormPoint;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.casebook.GroupInstance;
import org.junit.jupiter.api.Test;

class DatasetRowsTest {
    private static final Optional<String> DIGEST = Optional.of("digest");

    @Test
    @Requirement("R43")
    void whatIsNotShownLeavesItsReasonAndNothingElse() {
        Map<String, Cell> cells = DatasetRows.row(new GroupInstance(
                        "701-001",
                        "701",
                        new FormPoint("SE.1", Optional.empty(), "F.1", Optional.empty()),
                        Optional.empty(),
                        Map.of(
                                "shown", value(new Present<>("80", DisclosureClass.VALUE, DIGEST)),
                                "erased", value(new Erased<>(DisclosureClass.FREE_TEXT, DIGEST)),
                                "withheld", value(new Withheld<>(DisclosureClass.ALLOCATION, DIGEST)),
                                "null",
                                        new RecordedValue(
                                                Optional.empty(), Optional.empty(), Optional.of("NOT_DONE")))))
                .cells();

        assertThat(cells)
                .containsOnly(
                        Map.entry("shown", new Cell(Optional.of("80"), Optional.of("kg"), Optional.empty())),
                        Map.entry("erased", missing("erased")),
                        Map.entry("withheld", missing("withheld")),
                        Map.entry("null", missing("not-done")));
    }

    private static RecordedValue value(Disclosable<String> text) {
        return new RecordedValue(Optional.of(text), Optional.of("kg"), Optional.empty());
    }

    private static Cell missing(String why) {
        return new Cell(Optional.empty(), Optional.empty(), Optional.of(why));
    }
}
