package org.indelible.protocols.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.indelible.protocols.build.DataType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R46")
class LexicalValueTest {
    private static DataType type(String odmName) {
        return DataType.ofOdmName(odmName).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 007, 7",
        "integer, -3, -3",
        "float, 098.6, 98.6",
        "float, 67.0, 67.0",
        "double, 1.5E+3, 1.5E+3",
        "double, INF, INF",
        "boolean, 1, true",
        "boolean, false, false",
        "date, 2024-02-29, 2024-02-29",
        "time, 23:59:59.5, 23:59:59.5",
        "time, 12:00:00+02:00, 12:00:00+02:00",
        "datetime, 2001-01-03T15:14:00-06:00, 2001-01-03T15:14:00-06:00",
        "partialDate, 2014, 2014",
        "partialDate, 2014-01, 2014-01",
        "partialTime, 12, 12",
        "partialDatetime, 1959-12-11T12, 1959-12-11T12",
        "partialDatetime, 2014-01-02, 2014-01-02",
        "incompleteDate, 2001---30, 2001---30",
        "incompleteDate, ----30, ----30",
        "incompleteTime, -:55:30, -:55:30",
        "incompleteTime, 12:-:-, 12:-:-",
        "incompleteDatetime, 2004---15T-:05, 2004---15T-:05",
        "incompleteDatetime, 1959---11T12:34:56-05:00, 1959---11T12:34:56-05:00",
        "durationDatetime, P03Y11M07DT16H, P03Y11M07DT16H",
        "durationDatetime, P2W, P2W",
        "intervalDatetime, 1959-12-11/2003-11-07T16:24, 1959-12-11/2003-11-07T16:24",
        "intervalDatetime, P1D/2003-11-07, P1D/2003-11-07",
        "hexBinary, 6d61, 6D61",
        "hexFloat, 413243F6A8885A22, 413243F6A8885A22",
        "base64Binary, bWFnaWM=, bWFnaWM=",
        "base64Float, QTJD9qiIWiI=, QTJD9qiIWiI=",
        "URI, foo://www.cdisc.org/x, foo://www.cdisc.org/x"
    })
    void isReadInItsCanonicalForm(String type, String text, String canonical) {
        assertThat(LexicalValue.canonical(type(type), text)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "integer, 1.0",
        "integer, ''",
        "float, <0.2",
        "float, '1,5'",
        "float, 1E5",
        "double, 1E9999999",
        "boolean, yes",
        "date, 2023-02-29",
        "date, 2024-13-01",
        "date, 0000-01-01",
        "date, 2014-01",
        "date, 02.01.2014",
        "time, 24:00:00",
        "time, 12:60:00",
        "time, 12:00",
        "datetime, 2015-12-22T00:00",
        "partialDate, 2014-00",
        "partialDate, 2014---01",
        "partialDatetime, 2014-01T12",
        "partialTime, '-:30'",
        "incompleteDate, 2001-02-30",
        "incompleteDate, --02-30",
        "incompleteTime, -:75:-",
        "durationDatetime, P1",
        "durationDatetime, PT",
        "intervalDatetime, P1D/P2D",
        "hexBinary, 6D6",
        "hexFloat, 413243F6A8885A2200",
        "base64Binary, bWFnaWN=",
        "base64Float, QTJD9qiIWiI0QTJD",
        "URI, 'not a uri'"
    })
    void isRefused(String type, String text) {
        assertThat(LexicalValue.canonical(type(type), text)).isEmpty();
    }

    @Test
    void nothingTypedIsTooLongToRefuse() {
        String digits = "9".repeat(200_000);
        for (DataType type : DataType.values()) {
            if (!type.textual()
                    && type != DataType.HEX_BINARY
                    && type != DataType.BASE64_BINARY
                    && type != DataType.URI) {
                assertThat(LexicalValue.canonical(type, digits))
                        .as(type.odmName())
                        .isEmpty();
            }
        }
    }
}
