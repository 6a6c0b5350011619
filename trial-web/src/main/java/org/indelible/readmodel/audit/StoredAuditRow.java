package org.indelible.readmodel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.DataPointColumns;
import org.indelible.readmodel.DisclosedTexts;
import org.indelible.readmodel.Provenance;
import org.indelible.readmodel.ProvenanceColumns;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.StoredText;
import org.indelible.readmodel.StoredValue;

/** A row of the audit view, its texts not fetched yet. The reason of an item goes before that of its entry. */
record StoredAuditRow(
        String what,
        Optional<String> kind,
        Optional<String> participant,
        Optional<DataPoint> dataPoint,
        Optional<StoredValue> before,
        Optional<StoredValue> after,
        Optional<ShownReason.Stored> reason,
        Provenance provenance) {

    static StoredAuditRow read(ResultSet row, int number) throws SQLException {
        Provenance provenance = ProvenanceColumns.read(row, "e");
        Optional<ShownReason.Stored> ofItem = ShownReason.Stored.read(row, "item_", provenance.entry());
        Optional<ShownReason.Stored> ofEntry = ShownReason.Stored.read(row, "", provenance.entry());
        return new StoredAuditRow(
                row.getString("type"),
                Optional.ofNullable(row.getString("kind")),
                Optional.ofNullable(row.getString("participant")),
                dataPoint(row),
                StoredValue.read(row, "old_", row.getLong("old_entry")),
                StoredValue.read(row, "", provenance.entry()),
                ofItem.or(() -> ofEntry),
                provenance);
    }

    private static Optional<DataPoint> dataPoint(ResultSet row) throws SQLException {
        return row.getString("item") == null ? Optional.empty() : Optional.of(DataPointColumns.read(row));
    }

    Stream<StoredText> texts() {
        return Stream.of(
                        before.stream().map(StoredValue::text),
                        after.stream().map(StoredValue::text),
                        reason.stream().map(ShownReason.Stored::text))
                .flatMap(text -> text);
    }

    AuditRow shown(DisclosedTexts.Reading reading) {
        return new AuditRow(
                what,
                kind,
                participant,
                dataPoint,
                before.map(value -> value.as(reading)),
                after.map(value -> value.as(reading)),
                reason.map(stored -> stored.as(reading)),
                provenance);
    }
}
