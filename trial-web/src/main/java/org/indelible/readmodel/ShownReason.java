package org.indelible.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.indelible.anchoring.disclosure.Disclosable;

/** Why something changed: the choice from the list, and the words beside it, which may have been erased. */
public record ShownReason(String category, Disclosable<String> text) {

    /** A reason as its row holds it. */
    public record Stored(String category, StoredText text) {

        /** From two columns; empty where no reason was given. */
        public static Optional<Stored> read(ResultSet row, String prefix, long entry) throws SQLException {
            String category = row.getString(prefix + "reason_category");
            return category == null
                    ? Optional.empty()
                    : Optional.of(new Stored(
                            category,
                            StoredText.freeText(entry, Optional.ofNullable(row.getString(prefix + "reason_digest")))));
        }

        public ShownReason as(DisclosedTexts.Reading reading) {
            return new ShownReason(category, reading.present(text));
        }
    }
}
