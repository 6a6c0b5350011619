package org.indelible.protocols.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.indelible.protocols.build.Comparator;
import org.indelible.protocols.build.DataType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partial dates compare as the intervals they cover; what they do not settle is undecidable. */
@Tag("R46")
class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "integer, 80, GE, 80, TRUE",
        "integer, 79, GE, 80, FALSE",
        "integer, 37, LT, 37.5, TRUE",
        "float, 098.6, EQ, 98.60, TRUE",
        "float, 5, IN, 1;5.0, TRUE",
        "float, 5, NOTIN, 1;5.0, FALSE",
        "float, 5, GE, high, UNDECIDABLE",
        "text, B, GT, A, TRUE",
        "date, 2014-01-15, LE, 2014-01-15, TRUE",
        "date, 2014-01-16, LE, 2014-01-15, FALSE",
        "partialDate, 2013, LT, 2014-01-15, TRUE",
        "partialDate, 2014, LT, 2014-01-15, UNDECIDABLE",
        "partialDate, 2014-02, LT, 2014-01-15, FALSE",
        "partialDate, 2014-01, LE, 2014-01-31, TRUE",
        "partialDate, 2014-01, EQ, 2014-01, UNDECIDABLE",
        "partialDate, 2014-01, EQ, 2014-02, FALSE",
        "partialDate, 2014-01, NE, 2014-02, TRUE",
        "partialDate, 2014-01-02, EQ, 2014-01-02, TRUE",
        "partialDatetime, 2014-01-02, LT, 2014-01-02T12:00, UNDECIDABLE",
        "partialDatetime, 2014-01-01, LT, 2014-01-02T12:00, TRUE",
        "datetime, 2014-01-02T00:30:00+02:00, LT, 2014-01-01T23:00:00Z, TRUE",
        "datetime, 2014-01-02T00:30:00, LT, 2014-01-01T23:00:00Z, UNDECIDABLE",
        "incompleteDate, ----30, LT, 2014-01-01, UNDECIDABLE",
        "partialTime, 12, LT, 13:00:00, TRUE",
        "partialTime, 12, LT, 12:30, UNDECIDABLE"
    })
    void decides(String type, String value, Comparator comparator, String checkValues, Decision expected) {
        assertThat(Comparison.holds(
                        DataType.ofOdmName(type).orElseThrow(), value, comparator, List.of(checkValues.split(";"))))
                .isEqualTo(expected);
    }
}
