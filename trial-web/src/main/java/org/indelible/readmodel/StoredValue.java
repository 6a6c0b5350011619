package org.indelible.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.indelible.anchoring.disclosure.DisclosureClass;

/** A version of a data point as its row holds it. */
public record StoredValue(StoredText text, Optional<String> unit, Optional<String> nullFlavour) {

    /** From a row of {@code read.item}; empty for an inactivation, which has no value. */
    public static Optional<StoredValue> read(ResultSet row, String prefix, long entry) throws SQLException {
        String letter = row.getString(prefix + "class");
        if (letter == null) {
            return Optional.empty();
        }
        return Optional.of(new StoredValue(
                new StoredText(
                        entry,
                        DisclosureClass.ofLetter(letter),
                        Optional.ofNullable(row.getString(prefix + "value")),
                        Optional.ofNullable(row.getString(prefix + "digest"))),
                Optional.ofNullable(row.getString(prefix + "unit")),
                Optional.ofNullable(row.getString(prefix + "null_flavour"))));
    }

    public RecordedValue as(DisclosedTexts.Reading reading) {
        return new RecordedValue(nullFlavour.isPresent() ? Optional.empty() : reading.of(text), unit, nullFlavour);
    }
}
