package org.indelible.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.indelible.anchoring.disclosure.Disclosable;
import org.indelible.readmodel.DataPoint;
import org.indelible.readmodel.Originator;
import org.indelible.readmodel.RecordedValue;
import org.indelible.readmodel.ShownReason;
import org.indelible.readmodel.api.Shown;
import org.indelible.readmodel.audit.AuditRow;

/**
 * A row of the audit trail, flat, so that JSON and CSV say the same.
 *
 * @param field path of the data point, repeat keys in brackets; absent where the entry changed none
 * @param label of the item, as forms show it
 * @param who account id
 * @param name printed name of who, or the account id where the name was erased
 * @param originator who or what it comes from where that is not {@code who}, such as the person whom an imported file names
 * @param sourceFile hash of that file
 * @param oldState null flavour, {@code erased} or {@code withheld} where there is no old text to show
 */
record AuditJson(
        long entry,
        String leafHash,
        String what,
        Optional<String> participant,
        Optional<String> site,
        Optional<String> field,
        Optional<String> item,
        Optional<String> label,
        Optional<String> old,
        Optional<String> oldUnit,
        Optional<String> oldState,
        @JsonProperty("new") Optional<String> newValue,
        Optional<String> newUnit,
        Optional<String> newState,
        String who,
        String name,
        String role,
        String organisation,
        Optional<OffsetDateTime> enteredAt,
        Instant recordedAt,
        Optional<String> reasonCategory,
        Optional<String> reason,
        Optional<String> originator,
        Optional<String> originatorKind,
        Optional<String> sourceFile,
        Optional<String> sourceRow) {

    static final List<String> COLUMNS = Stream.of(AuditJson.class.getRecordComponents())
            .map(component -> component.getName().equals("newValue") ? "new" : component.getName())
            .toList();

    static AuditJson of(AuditRow row, AuditWords words) {
        return new AuditJson(
                row.provenance().entry(),
                row.provenance().leafHash(),
                row.what(),
                row.participant(),
                row.provenance().site(),
                row.dataPoint().map(AuditJson::path),
                row.dataPoint().map(DataPoint::item),
                row.dataPoint().map(point -> words.item(point.item())),
                text(row.before()),
                row.before().flatMap(RecordedValue::unit),
                state(row.before()),
                text(row.after()),
                row.after().flatMap(RecordedValue::unit),
                state(row.after()),
                row.provenance().by(),
                words.name(row.provenance().by()),
                row.provenance().role(),
                row.provenance().organisation(),
                row.provenance().enteredAt(),
                row.provenance().recordedAt(),
                row.reason().map(ShownReason::category),
                row.reason().flatMap(reason -> reason.text().present().or(() -> Shown.hidden(reason.text()))),
                row.provenance().originator().map(Originator::name),
                row.provenance().originator().map(Originator::kind),
                row.provenance().originator().flatMap(Originator::file),
                row.provenance().originator().flatMap(Originator::row));
    }

    /** In the order of {@link #COLUMNS}. */
    List<Object> values() {
        return List.of(
                entry,
                leafHash,
                what,
                participant,
                site,
                field,
                item,
                label,
                old,
                oldUnit,
                oldState,
                newValue,
                newUnit,
                newState,
                who,
                name,
                role,
                organisation,
                enteredAt,
                recordedAt,
                reasonCategory,
                reason,
                originator,
                originatorKind,
                sourceFile,
                sourceRow);
    }

    private static Optional<String> text(Optional<RecordedValue> value) {
        return value.flatMap(RecordedValue::text).flatMap(Disclosable::present);
    }

    private static Optional<String> state(Optional<RecordedValue> value) {
        return value.flatMap(
                recorded -> recorded.nullFlavour().or(() -> recorded.text().flatMap(Shown::hidden)));
    }

    private static String path(DataPoint point) {
        return step(point.event(), point.eventKey())
                + '/'
                + step(point.form(), point.formKey())
                + '/'
                + step(point.group(), point.groupKey())
                + '/'
                + point.item();
    }

    private static String step(String oid, Optional<String> key) {
        return key.map(k -> oid + '[' + k + ']').orElse(oid);
    }
}
