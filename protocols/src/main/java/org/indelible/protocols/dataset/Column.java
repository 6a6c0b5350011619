package org.indelible.protocols.dataset;

import java.util.Optional;
import org.indelible.protocols.build.ItemDef;

/**
 * A variable (Dataset-JSON 1.1, Column Metadata).
 *
 * @param itemOid of the study build, for a column that holds values
 */
public record Column(String itemOid, String name, String label, Content content) {

    /** What its cells hold. */
    public sealed interface Content {}

    /** A part of what names the row. */
    public record Place(Key key) implements Content {}

    /** Values of an item; the definition is absent where no study build has it. */
    public record Values(String item, Optional<ItemDef> definition) implements Content {}

    /** Units of an item. */
    public record Units(String item) implements Content {}

    /** Which items of the row have no value, and why. */
    public record Missing() implements Content {}

    public ColumnType type() {
        return definition().map(item -> ColumnType.of(item.dataType())).orElse(ColumnType.STRING);
    }

    /** Of texts, where the study build states it. */
    public Optional<Integer> length() {
        return type() == ColumnType.STRING
                ? definition().flatMap(ItemDef::length).filter(stated -> stated > 0)
                : Optional.empty();
    }

    public Optional<Integer> keySequence() {
        return content instanceof Place place ? place.key().sequence() : Optional.empty();
    }

    public Optional<ItemDef> definition() {
        return content instanceof Values values ? values.definition() : Optional.empty();
    }
}
